package io.verigate.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// A JSON text of which every copy is about somebody else: made once, and then only its places are written anew. Its
/// length never changes.
final class Template {
    /// Where eight digits stand for a person.
    static final String PERSON = "PPPPPPPP";

    /// Where an IP address stands, quotes included; the rest is blank, which JSON allows between its parts.
    static final String IP = "\"IIIIIIIIIIIIIII\"";

    private static final int PERSONS = 100_000_000;

    /// Has no factor in common with their number, so that nobody comes again before all others were there.
    private static final int STEP = 48_271_957;

    private final SplittableRandom random;
    private long person;
    private final byte[] text;
    private final int[] persons;
    private final int[] sources;

    Template(String text, SplittableRandom random) {
        this.random = random;
        this.person = random.nextInt(PERSONS);
        this.text = text.getBytes(StandardCharsets.US_ASCII);
        this.persons = places(text, PERSON);
        this.sources = places(text, IP);
    }

    int length() {
        return text.length;
    }

    /// Writes a copy about somebody new.
    void next(ByteBuffer out) {
        person = (person + STEP) % PERSONS;
        int ip = random.nextInt();
        for (int place : persons) {
            digits(place, person);
        }
        for (int place : sources) {
            source(place, ip);
        }
        out.put(text);
    }

    private void digits(int place, long number) {
        long rest = number;
        for (int i = place + PERSON.length() - 1; i >= place; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private void source(int place, int ip) {
        Arrays.fill(text, place, place + IP.length(), (byte) ' ');
        text[place] = '"';
        // From 1 to 126, so that none is of this machine or for groups.
        int at = octet(place + 1, 1 + (ip >>> 24) % 126);
        for (int shift = 16; shift >= 0; shift -= 8) {
            text[at] = '.';
            at = octet(at + 1, ip >>> shift & 255);
        }
        text[at] = '"';
    }

    private int octet(int place, int value) {
        int at = place;
        if (value >= 100) {
            text[at++] = (byte) ('0' + value / 100);
        }
        if (value >= 10) {
            text[at++] = (byte) ('0' + value / 10 % 10);
        }
        text[at++] = (byte) ('0' + value % 10);
        return at;
    }

    private static int[] places(String text, String mark) {
        List<Integer> found = new ArrayList<>();
        for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length())) {
            found.add(at);
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }
}
