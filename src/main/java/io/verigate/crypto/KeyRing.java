package io.verigate.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/// The secret keys of the service, in a file of two lines: the fingerprint key in hexadecimal digits, then the
/// Tink key set for encryption as JSON.
///
/// Only its owner can read the file. Without it, stored addresses are lost. To rotate keys, add one to the
/// set, deploy the file to all nodes, and only then promote it; old keys stay. Changing the first line
/// resets all counters and blocks.
///
/// @param fingerprints for lookups
/// @param sealer for personal data
public record KeyRing(Fingerprints fingerprints, Sealer sealer) {
    /// Reads the file.
    ///
    /// @param mayMake whether to create a missing file
    /// @throws IllegalStateException when the file is missing or malformed; the message says what to do
    public static KeyRing read(Path file, boolean mayMake) {
        try {
            AeadConfig.register();
            if (!Files.exists(file)) {
                if (!mayMake) {
                    throw new IllegalStateException(
                            "no keys in `"
                                    + file
                                    + "`; create them with `verigate secrets init`, or correct `verigate.keys.file`");
                }
                make(file);
            }
            return parse(file);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the keys in `" + file + "` cannot be read: " + e.getMessage(), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "the key set in `" + file + "` is damaged; restore it from a backup", e);
        }
    }

    /// Creates a key file.
    ///
    /// @throws java.nio.file.FileAlreadyExistsException when it exists
    public static void make(Path file) throws IOException, GeneralSecurityException {
        AeadConfig.register();
        byte[] lookup = new byte[Fingerprints.KEY_LENGTH];
        new SecureRandom().nextBytes(lookup);
        KeysetHandle sealing = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
        write(file, HexFormat.of().formatHex(lookup), sealing);
    }

    /// Adds an encryption key that only decrypts for now: a node with the new file encrypts nothing that a node with the old
    /// file cannot decrypt.
    public static void add(Path file) throws IOException, GeneralSecurityException {
        change(
                file,
                keys ->
                        keys.addEntry(
                                KeysetHandle.generateEntryFromParameters(
                                                PredefinedAeadParameters.AES256_GCM)
                                        .withRandomId()));
    }

    /// Makes the newest encryption key the primary one; the older ones still decrypt.
    ///
    /// @return false when it already is
    public static boolean promote(Path file) throws IOException, GeneralSecurityException {
        AeadConfig.register();
        KeysetHandle keys = keyset(Files.readAllLines(file));
        int newest = keys.size() - 1;
        if (keys.getAt(newest).isPrimary()) {
            return false;
        }
        change(file, changed -> changed.getAt(newest).makePrimary());
        return true;
    }

    private static void change(Path file, Consumer<KeysetHandle.Builder> how)
            throws IOException, GeneralSecurityException {
        AeadConfig.register();
        List<String> lines = Files.readAllLines(file);
        KeysetHandle.Builder keys = KeysetHandle.newBuilder(keyset(lines));
        how.accept(keys);
        Path next = file.resolveSibling(file.getFileName() + ".next");
        write(next, lines.getFirst(), keys.build());
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static KeyRing parse(Path file) throws IOException, GeneralSecurityException {
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 2) {
            throw new IllegalStateException(
                    "`" + file + "` must contain two lines: the fingerprint key and the key set");
        }
        byte[] lookup = HexFormat.of().parseHex(lines.getFirst().strip());
        Aead aead = keyset(lines).getPrimitive(RegistryConfiguration.get(), Aead.class);
        return new KeyRing(new Fingerprints(lookup), new Sealer(aead));
    }

    private static KeysetHandle keyset(List<String> lines) throws GeneralSecurityException {
        String json = String.join("\n", lines.subList(1, lines.size()));
        return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
    }

    private static void write(Path file, String lookup, KeysetHandle sealing)
            throws IOException, GeneralSecurityException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        String json =
                TinkJsonProtoKeysetFormat.serializeKeyset(sealing, InsecureSecretKeyAccess.get());
        Files.writeString(file, lookup + "\n" + json.replace("\n", "") + "\n");
    }
}
