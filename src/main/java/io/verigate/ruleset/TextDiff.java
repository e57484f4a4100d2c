package io.verigate.ruleset;

import java.util.ArrayList;
import java.util.List;

/// How one text becomes another, line by line, in the unified form that people and tools read.
final class TextDiff {
    private static final int CONTEXT = 3;

    /// Texts whose changed middles are longer are told as replaced, so that memory stays small.
    private static final int MAX_CELLS = 16_000_000;

    private TextDiff() {}

    private record Line(char sign, String text) {}

    /// Empty when they are the same.
    static String of(String one, String other) {
        List<Line> lines = lines(one.lines().toList(), other.lines().toList());
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < lines.size()) {
            int first = nextChange(lines, at);
            if (first == lines.size()) {
                break;
            }
            int end = endOfHunk(lines, first);
            hunk(lines, Math.max(at, first - CONTEXT), end, text);
            at = end;
        }
        return text.toString();
    }

    private static int nextChange(List<Line> lines, int from) {
        int at = from;
        while (at < lines.size() && lines.get(at).sign() == ' ') {
            at++;
        }
        return at;
    }

    private static int endOfHunk(List<Line> lines, int first) {
        int end = first;
        int next = first;
        while (next < lines.size() && next - end <= 2 * CONTEXT) {
            end = next + 1;
            next = nextChange(lines, end);
        }
        return Math.min(lines.size(), end + CONTEXT);
    }

    private static void hunk(List<Line> lines, int from, int to, StringBuilder text) {
        text.append("@@ -").append(range(lines, from, to, '+'));
        text.append(" +").append(range(lines, from, to, '-')).append(" @@\n");
        lines.subList(from, to)
                .forEach(line -> text.append(line.sign()).append(line.text()).append('\n'));
    }

    /// First line and number of lines on one side, from 1; what is only on the other side is left out.
    private static String range(List<Line> lines, int from, int to, char without) {
        long before = lines.subList(0, from).stream().filter(is -> is.sign() != without).count();
        long count = lines.subList(from, to).stream().filter(is -> is.sign() != without).count();
        return (count == 0 ? before : before + 1) + "," + count;
    }

    private static List<Line> lines(List<String> one, List<String> other) {
        int head = 0;
        while (head < Math.min(one.size(), other.size()) && one.get(head).equals(other.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(one.size(), other.size()) - head
                && one.get(one.size() - 1 - tail).equals(other.get(other.size() - 1 - tail))) {
            tail++;
        }
        List<Line> lines = new ArrayList<>();
        one.subList(0, head).forEach(text -> lines.add(new Line(' ', text)));
        middle(
                one.subList(head, one.size() - tail),
                other.subList(head, other.size() - tail),
                lines);
        one.subList(one.size() - tail, one.size()).forEach(text -> lines.add(new Line(' ', text)));
        return lines;
    }

    /// Keeps the longest common part.
    private static void middle(List<String> one, List<String> other, List<Line> lines) {
        int[][] common = common(one, other);
        int i = 0;
        int j = 0;
        while (i < one.size() || j < other.size()) {
            if (common.length > 0
                    && i < one.size()
                    && j < other.size()
                    && one.get(i).equals(other.get(j))) {
                lines.add(new Line(' ', one.get(i)));
                i++;
                j++;
            } else if (i < one.size()
                    && (j == other.size()
                            || common.length == 0
                            || common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line('-', one.get(i)));
                i++;
            } else {
                lines.add(new Line('+', other.get(j)));
                j++;
            }
        }
    }

    /// Length of the longest common part of the rests; empty when they are too long.
    private static int[][] common(List<String> one, List<String> other) {
        if ((long) (one.size() + 1) * (other.size() + 1) > MAX_CELLS) {
            return new int[0][];
        }
        int[][] common = new int[one.size() + 1][other.size() + 1];
        for (int i = one.size() - 1; i >= 0; i--) {
            for (int j = other.size() - 1; j >= 0; j--) {
                common[i][j] =
                        one.get(i).equals(other.get(j))
                                ? common[i + 1][j + 1] + 1
                                : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
