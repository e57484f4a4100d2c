package io.verigate.cli;

import io.verigate.analysis.regression.CaseOutcome;
import io.verigate.analysis.regression.Diagnosis;
import io.verigate.analysis.regression.RecordedAttempt;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes what a run of the cases gave as build servers read it: a suite for each file, a test for each case.
final class JunitFile {
    private final TestRun tested;
    private final XMLStreamWriter xml;

    private JunitFile(TestRun tested, XMLStreamWriter xml) {
        this.tested = tested;
        this.xml = xml;
    }

    /// @throws MisuseException when the file cannot be written
    static void write(Path file, TestRun tested) {
        try (Writer writer = Files.newBufferedWriter(file)) {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(writer);
            new JunitFile(tested, xml).write();
            xml.close();
        } catch (IOException | XMLStreamException e) {
            throw new MisuseException(
                    "`%s` cannot be written: give `--junit` a file in a folder that is there"
                            .formatted(file));
        }
    }

    private void write() throws XMLStreamException {
        xml.writeStartDocument();
        start("testsuites", tested.outcomes(), "verigate");
        Map<String, List<CaseOutcome>> files =
                tested.outcomes().stream()
                        .collect(
                                Collectors.groupingBy(
                                        CaseOutcome::file, TreeMap::new, Collectors.toList()));
        for (Map.Entry<String, List<CaseOutcome>> file : files.entrySet()) {
            start("testsuite", file.getValue(), file.getKey());
            for (CaseOutcome outcome : file.getValue()) {
                test(outcome);
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void start(String element, List<CaseOutcome> outcomes, String name)
            throws XMLStreamException {
        Duration took =
                outcomes.stream().map(CaseOutcome::took).reduce(Duration.ZERO, Duration::plus);
        xml.writeCharacters("\n");
        xml.writeStartElement(element);
        attribute("name", name);
        attribute("tests", String.valueOf(outcomes.size()));
        attribute(
                "failures",
                String.valueOf(outcomes.stream().filter(outcome -> !outcome.holds()).count()));
        attribute("errors", "0");
        attribute("time", seconds(took));
    }

    private void test(CaseOutcome outcome) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement("testcase");
        attribute("classname", outcome.file());
        attribute("name", outcome.name());
        attribute("file", outcome.file());
        attribute("line", String.valueOf(outcome.line()));
        attribute("time", seconds(outcome.took()));
        for (RecordedAttempt attempt : outcome.failures()) {
            xml.writeStartElement("failure");
            attribute("message", String.join("; ", attempt.differences()));
            xml.writeCharacters(
                    clean(
                            attempt.label()
                                    + "\n"
                                    + String.join("\n", Diagnosis.of(attempt, tested.ruleSet()))));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, clean(value));
    }

    /// Without characters that XML 1.0 cannot hold.
    private static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "?");
    }

    private static String seconds(Duration time) {
        return "%.3f".formatted(time.toNanos() / 1e9).replace(',', '.').toLowerCase(Locale.ROOT);
    }
}
