package io.verigate.activity;

import io.verigate.activity.Tallies.Entry;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/// How the tallies of a row are stored: format number 2; then per subject the number of its kind, the second half of its
/// key, per kind of event its number, the microseconds of the latest, and the buckets, and per kind of sighting its name
/// and the sightings. Numbers are 7 bits a byte, the low ones first; times inside a list are steps from the one before.
final class TallyCodec {
    private static final byte FORMAT = 2;
    private static final int LONGEST_NUMBER = 10;
    private static final int MORE = 0x80;
    private static final int SEVEN_BITS = 0x7f;

    private TallyCodec() {}

    static byte[] encode(Tallies tallies) {
        ByteBuffer out = ByteBuffer.allocate(size(tallies));
        out.put(FORMAT);
        write(out, tallies.entries().size());
        for (Entry entry : tallies.entries()) {
            write(out, entry.subject().kind().number());
            out.putLong(entry.subject().low());
            encode(out, entry.tally());
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    private static void encode(ByteBuffer out, Tally tally) {
        write(out, tally.events().length);
        for (int i = 0; i < tally.events().length; i++) {
            Timeline timeline = tally.timelines()[i];
            write(out, tally.events()[i]);
            write(out, timeline.lastMicros());
            writeSteps(out, timeline.seconds());
            for (int count : timeline.counts()) {
                write(out, count);
            }
        }
        write(out, tally.pairs().length);
        for (int i = 0; i < tally.pairs().length; i++) {
            Sightings seen = tally.sightings()[i];
            write(out, tally.pairs()[i]);
            writeSteps(out, seen.seconds());
            for (long other : seen.others()) {
                out.putLong(other);
            }
        }
    }

    static List<Entry> decode(long row, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte format = in.get();
        if (format != FORMAT) {
            throw new IllegalStateException(
                    "tallies of format " + format + " were written by another version");
        }
        Entry[] entries = new Entry[(int) read(in)];
        for (int i = 0; i < entries.length; i++) {
            SubjectKey subject = SubjectKey.in(row, (int) read(in), in.getLong());
            entries[i] = new Entry(subject, decode(in));
        }
        return List.of(entries);
    }

    private static Tally decode(ByteBuffer in) {
        int[] events = new int[(int) read(in)];
        Timeline[] timelines = new Timeline[events.length];
        for (int i = 0; i < events.length; i++) {
            events[i] = (int) read(in);
            long last = read(in);
            long[] seconds = readSteps(in);
            int[] counts = new int[seconds.length];
            for (int k = 0; k < counts.length; k++) {
                counts[k] = (int) read(in);
            }
            timelines[i] = new Timeline(last, seconds, counts);
        }
        int[] pairs = new int[(int) read(in)];
        Sightings[] sightings = new Sightings[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = (int) read(in);
            long[] seconds = readSteps(in);
            long[] others = new long[seconds.length];
            for (int k = 0; k < others.length; k++) {
                others[k] = in.getLong();
            }
            sightings[i] = new Sightings(others, seconds);
        }
        return new Tally(events, timelines, pairs, sightings);
    }

    private static int size(Tallies tallies) {
        int numbers = 2;
        for (Entry entry : tallies.entries()) {
            numbers += 4;
            for (Timeline timeline : entry.tally().timelines()) {
                numbers += 3 + 2 * timeline.seconds().length;
            }
            for (Sightings seen : entry.tally().sightings()) {
                numbers += 2 + 2 * seen.seconds().length;
            }
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
