package io.verigate.ruleset;

import io.verigate.policy.RuleSetFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// The files of a rule set as one ZIP archive. The same files give the same bytes.
public final class Bundle {
    /// More than any rule set needs; an archive that unpacks to more is refused.
    private static final int LARGEST = 32 * 1024 * 1024;

    // A ZIP archive cannot say that there is no time.
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Bundle() {}

    /// Packs all files.
    public static byte[] pack(RuleSetFiles files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> file : files.all().entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the files could not be packed", e);
        }
        return bytes.toByteArray();
    }

    /// Unpacks what was packed; nothing is written to a disk.
    ///
    /// @throws io.verigate.policy.Faults when an entry is not named like a file of a rule set
    /// @throws IllegalArgumentException when it is not such an archive, or unpacks to more than 32 MiB
    public static RuleSetFiles unpack(byte[] archive) {
        Map<String, String> texts = new TreeMap<>();
        int left = LARGEST;
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] text = zip.readNBytes(left);
                left -= text.length;
                if (left == 0) {
                    throw new IllegalArgumentException(
                            "the archive unpacks to more than 32 MiB: it is not a rule set");
                }
                texts.put(entry.getName(), new String(text, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("the archive cannot be unpacked: pack it anew", e);
        }
        return RuleSetFiles.of(texts);
    }
}
