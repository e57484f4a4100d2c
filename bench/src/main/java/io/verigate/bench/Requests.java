package io.verigate.bench;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/// The calls that benches make. Somebody new each time, so that every decision writes new rows and none is refused for
/// its number; but for attacks, which come from one source.
final class Requests {
    private static final String PERSON = person(Template.IP, "d-" + Template.PERSON);
    private static final String SEND_CODE = "{\"interaction\":\"send-code\",";
    private static final String DECISION = SEND_CODE + PERSON;
    private static final String ATTACK = SEND_CODE + person("\"81.2.69.160\"", "d-0");
    private static final String VERIFICATION = "{" + PERSON;

    private final String key;
    private final SplittableRandom random;

    /// @param seed the same one makes the same people
    Requests(String key, long seed) {
        this.key = key;
        this.random = new SplittableRandom(seed);
    }

    /// @param ip with its quotes
    private static String person(String ip, String device) {
        return """
        "account":"load-%1$s","method":{"channel":"sms","address":"+4479%1$s"},\
        "source":{"ip":%2$s,"device":"%3$s"},"language":"en-GB"}\
        """
                .formatted(Template.PERSON, ip, device);
    }

    /// Does nothing.
    Calls noop() {
        byte[] whole = (head("GET /v1/noop") + "\r\n").getBytes(StandardCharsets.US_ASCII);
        return out -> out.put(whole);
    }

    /// One decision on a code by SMS.
    Calls decision() {
        return post("/v1/decisions", DECISION);
    }

    /// The same, always from one source, so that rules fire and refuse it.
    Calls refused() {
        return post("/v1/decisions", ATTACK);
    }

    /// A code by SMS that is sent when that is allowed.
    Calls verification() {
        return post("/v1/verifications", VERIFICATION);
    }

    /// Many decisions in one call.
    Calls batch(int size) {
        Template item = new Template(DECISION, random);
        byte[] head = head("POST /v1/decisions/batch", size * (item.length() + 1) + 1);
        return out -> {
            out.put(head);
            for (int i = 0; i < size; i++) {
                out.put((byte) (i == 0 ? '[' : ','));
                item.next(out);
            }
            out.put((byte) ']');
        };
    }

    private Calls post(String path, String json) {
        Template body = new Template(json, random);
        byte[] head = head("POST " + path, body.length());
        return out -> {
            out.put(head);
            body.next(out);
        };
    }

    private byte[] head(String line, int length) {
        String more = "Content-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n";
        return (head(line) + more).getBytes(StandardCharsets.US_ASCII);
    }

    private String head(String line) {
        return line + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key + "\r\n";
    }
}
