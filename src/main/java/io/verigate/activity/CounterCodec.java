package io.verigate.activity;

import io.verigate.activity.CounterRow.Entry;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/// Encodes a row of counters: the format number 2; then for each subject the number of its kind, the second half of its
/// key, for each kind of event its number, the microseconds of the latest and the buckets, and for each distinct set
/// its name and its members. Numbers take 7 bits of each byte, low bits first; times in a list are differences from the
/// previous one.
final class CounterCodec {
    private static final byte FORMAT = 2;
    private static final int MAX_NUMBER_LENGTH = 10;
    private static final int MORE = 0x80;
    private static final int SEVEN_BITS = 0x7f;

    private CounterCodec() {}

    static byte[] encode(CounterRow counterRow) {
        ByteBuffer out = ByteBuffer.allocate(size(counterRow));
        out.put(FORMAT);
        write(out, counterRow.entries().size());
        for (Entry entry : counterRow.entries()) {
            write(out, entry.subject().kind().number());
            out.putLong(entry.subject().low());
            encode(out, entry.counterRecord());
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    private static void encode(ByteBuffer out, CounterRecord counterRecord) {
        write(out, counterRecord.events().length);
        for (int i = 0; i < counterRecord.events().length; i++) {
            EventHistory history = counterRecord.histories()[i];
            write(out, counterRecord.events()[i]);
            write(out, history.lastMicros());
            writeSteps(out, history.seconds());
            for (int count : history.counts()) {
                write(out, count);
            }
        }
        write(out, counterRecord.pairs().length);
        for (int i = 0; i < counterRecord.pairs().length; i++) {
            DistinctSet seen = counterRecord.distinctSets()[i];
            write(out, counterRecord.pairs()[i]);
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
                    "counters of format " + format + " were written by another version");
        }
        Entry[] entries = new Entry[(int) read(in)];
        for (int i = 0; i < entries.length; i++) {
            SubjectKey subject = SubjectKey.in(row, (int) read(in), in.getLong());
            entries[i] = new Entry(subject, decode(in));
        }
        return List.of(entries);
    }

    private static CounterRecord decode(ByteBuffer in) {
        int[] events = new int[(int) read(in)];
        EventHistory[] histories = new EventHistory[events.length];
        for (int i = 0; i < events.length; i++) {
            events[i] = (int) read(in);
            long last = read(in);
            long[] seconds = readSteps(in);
            int[] counts = new int[seconds.length];
            for (int k = 0; k < counts.length; k++) {
                counts[k] = (int) read(in);
            }
            histories[i] = new EventHistory(last, seconds, counts);
        }
        int[] pairs = new int[(int) read(in)];
        DistinctSet[] distinctSets = new DistinctSet[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = (int) read(in);
            long[] seconds = readSteps(in);
            long[] others = new long[seconds.length];
            for (int k = 0; k < others.length; k++) {
                others[k] = in.getLong();
            }
            distinctSets[i] = new DistinctSet(others, seconds);
        }
        return new CounterRecord(events, histories, pairs, distinctSets);
    }

    private static int size(CounterRow counterRow) {
        int numbers = 2;
        for (Entry entry : counterRow.entries()) {
            numbers += 4;
            for (EventHistory history : entry.counterRecord().histories()) {
                numbers += 3 + 2 * history.seconds().length;
            }
            for (DistinctSet seen : entry.counterRecord().distinctSets()) {
                numbers += 2 + 2 * seen.seconds().length;
            }
        }
        return numbers * MAX_NUMBER_LENGTH;
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
