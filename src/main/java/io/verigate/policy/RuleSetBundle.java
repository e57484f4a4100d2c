package io.verigate.policy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// A rule set as a ZIP archive of `rules/*.drl` and `policies/*.yaml`. It is untrusted input: read in memory, never
/// unpacked to disk, with limits on names and sizes.
public final class RuleSetBundle {
    /// Maximum size in bytes; leaves room for a rule set that does not compress.
    public static final int LARGEST = 5 * 1024 * 1024;

    // ZIP entries require a time.
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final Pattern LEFT_OUT =
            Pattern.compile(
                    "rules/|policies/|rules/README\\.md|policies/[a-z-]{1,64}\\.schema\\.json");

    private static final byte[] EMPTY = write(RuleSetFiles.of(Map.of()));

    private RuleSetBundle() {}

    /// Reads an archive.
    ///
    /// @throws Faults when it is not an archive or has files that do not belong to a rule set
    public static RuleSetFiles read(byte[] archive) {
        if (archive.length > LARGEST) {
            throw SourceText.fault(
                    "bundle",
                    "archive larger than 5 MiB: remove everything but rules and policies");
        }
        Map<String, String> texts = new HashMap<>();
        long total = 0;
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries++;
                String name = entry.getName();
                if (entries > SourceText.MAX_FILES) {
                    throw SourceText.fault(
                            "bundle", "archive with more than 500 files: merge some");
                }
                byte[] bytes = zip.readNBytes(SourceText.LARGEST_SET + 1);
                total += bytes.length;
                if (total > SourceText.LARGEST_SET) {
                    throw SourceText.fault(
                            "bundle",
                            "the unpacked archive exceeds 4 MiB, the maximum of a rule set: remove what is not needed");
                }
                if (LEFT_OUT.matcher(name).matches()) {
                    continue;
                }
                if (!SourceText.isName(name)) {
                    throw SourceText.fault(
                            "bundle", "`" + printable(name) + "` " + SourceText.NOT_A_FILE);
                }
                if (texts.put(name, SourceText.of(name, bytes)) != null) {
                    throw SourceText.fault(name, "duplicate file in the archive: remove one");
                }
            }
            if (entries == 0 && !Arrays.equals(archive, EMPTY)) {
                throw SourceText.fault("bundle", "not a ZIP archive");
            }
        } catch (IOException | IllegalArgumentException e) {
            throw SourceText.fault(
                    "bundle", "unreadable ZIP archive: create it again, without a password");
        }
        return RuleSetFiles.of(texts);
    }

    /// Reads an archive from a stream, up to the maximum size.
    ///
    /// @throws Faults when it is not an archive or has files that do not belong to a rule set
    /// @throws IOException when the stream fails
    public static RuleSetFiles read(InputStream archive) throws IOException {
        return read(archive.readNBytes(LARGEST + 1));
    }

    /// Writes an archive; the same files result in the same bytes.
    public static byte[] write(RuleSetFiles files) {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> file : files.all().entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return archive.toByteArray();
    }

    /// An untrusted name, made safe to print.
    private static String printable(String name) {
        String shown = name.replaceAll("[^\\x20-\\x7e]", "?");
        return shown.length() > 80 ? shown.substring(0, 80) + "…" : shown;
    }
}
