package io.verigate.activity;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/// How a tally is stored: format number 1; then per kind of event its number, the microseconds of the latest, and
/// the buckets; then per kind of sighting its name and the sightings. Numbers are 7 bits a byte, the low ones first;
/// times inside a list are steps from the one before.
final class TallyCodec {
    private static final byte FORMAT = 1;
    private static final int LONGEST_NUMBER = 10;
    private static final int MORE = 0x80;
    private static final int SEVEN_BITS = 0x7f;

    private TallyCodec() {}

    static byte[] encode(Map<Integer, Timeline> events, Map<Integer, Sightings> sightings) {
        ByteBuffer out = ByteBuffer.allocate(size(events, sightings));
        out.put(FORMAT);
        write(out, events.size());
        events.forEach((number, timeline) -> {
            write(out, number);
            write(out, timeline.lastMicros());
            writeSteps(out, timeline.seconds());
            for (int count : timeline.counts()) {
                write(out, count);
            }
        });
        write(out, sightings.size());
        sightings.forEach((name, seen) -> {
            write(out, name);
            writeSteps(out, seen.seconds());
            for (long other : seen.others()) {
                out.putLong(other);
            }
        });
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    static Tally decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte format = in.get();
        if (format != FORMAT) {
            throw new IllegalStateException(
                    "a tally of format " + format + " was written by another version");
        }
        Map<Integer, Timeline> events = new HashMap<>();
        for (long left = read(in); left > 0; left--) {
            int number = (int) read(in);
            long last = read(in);
            long[] seconds = readSteps(in);
            int[] counts = new int[seconds.length];
            for (int i = 0; i < counts.length; i++) {
                counts[i] = (int) read(in);
            }
            events.put(number, new Timeline(last, seconds, counts));
        }
        Map<Integer, Sightings> sightings = new HashMap<>();
        for (long left = read(in); left > 0; left--) {
            int name = (int) read(in);
            long[] seconds = readSteps(in);
            long[] others = new long[seconds.length];
            for (int i = 0; i < others.length; i++) {
                others[i] = in.getLong();
            }
            sightings.put(name, new Sightings(others, seconds));
        }
        return new Tally(events, sightings);
    }

    private static int size(Map<Integer, Timeline> events, Map<Integer, Sightings> sightings) {
        int numbers = 3;
        for (Timeline timeline : events.values()) {
            numbers += 3 + 2 * timeline.seconds().length;
        }
        for (Sightings seen : sightings.values()) {
            numbers += 2 + 2 * seen.seconds().length;
        }
        return numbers * LONGEST_NUMBER;
    }

    private static void writeSteps(ByteBuffer out, long[] times) {
        write(out, times.length);
        long before = 0;
        for (long time : times) {
            long step = time - before;
            write(out, step << 1 ^ step >> 63);
            before = time;
        }
    }

    private static long[] readSteps(ByteBuffer in) {
        long[] times = new long[(int) read(in)];
        long before = 0;
        for (int i = 0; i < times.length; i++) {
            long zigzag = read(in);
            before += zigzag >>> 1 ^ -(zigzag & 1);
            times[i] = before;
        }
        return times;
    }

    private static void write(ByteBuffer out, long number) {
        long rest = number;
        while ((rest & ~SEVEN_BITS) != 0) {
            out.put((byte) (rest & SEVEN_BITS | MORE));
            rest >>>= 7;
        }
        out.put((byte) rest);
    }

    private static long read(ByteBuffer in) {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            number |= (long) (next & SEVEN_BITS) << shift;
            if ((next & MORE) == 0) {
                return number;
            }
        }
    }
}
