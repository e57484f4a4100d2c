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

/// Writes a test run as a JUnit XML file: a suite for each file, a test for each case.
final class JUnitReport {
    private final TestRun run;
    private final XMLStreamWriter xml;

    private JUnitReport(TestRun run, XMLStreamWriter xml) {
        this.run = run;
        this.xml = xml;
    }

    /// @throws UsageException when the file cannot be written
    static void write(Path file, TestRun run) {
        try (Writer writer = Files.newBufferedWriter(file)) {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(writer);
            new JUnitReport(run, xml).write();
            xml.close();
        } catch (IOException | XMLStreamException e) {
            throw new UsageException(
                    "cannot write `%s`; `--junit` must be a file in an existing folder"
                            .formatted(file));
        }
    }

    private void write() throws XMLStreamException {
        xml.writeStartDocument();
        start("testsuites", run.outcomes(), "verigate");
        Map<String, List<CaseOutcome>> files =
                run.outcomes().stream()
                        .collect(
                                Collectors.groupingBy(
                                        CaseOutcome::file, TreeMap::new, Collectors.toList()));
        for (Map.Entry<String, List<CaseOutcome>> file : files.entrySet()) {
            start("testsuite", file.getValue(), file.getKey());
            for (CaseOutcome outcome : file.getValue()) {
                writeTest(outcome);
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void start(String element, List<CaseOutcome> outcomes, String name)
            throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(element);
        attribute("name", name);
        attribute("tests", outcomes.size());
        attribute("failures", outcomes.stream().filter(outcome -> !outcome.holds()).count());
        attribute("errors", 0);
        attribute(
                "time",
                seconds(
                        outcomes.stream()
                                .map(CaseOutcome::took)
                                .reduce(Duration.ZERO, Duration::plus)));
    }

    private void writeTest(CaseOutcome outcome) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement("testcase");
        attribute("classname", outcome.file());
        attribute("name", outcome.name());
        attribute("file", outcome.file());
        attribute("line", outcome.line());
        attribute("time", seconds(outcome.took()));
        for (RecordedAttempt attempt : outcome.failures()) {
            xml.writeStartElement("failure");
            attribute("message", String.join("; ", attempt.differences()));
            String why = String.join("\n", Diagnosis.of(attempt, run.ruleSet()));
            xml.writeCharacters(clean(attempt.label() + "\n" + why));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void attribute(String name, Object value) throws XMLStreamException {
        xml.writeAttribute(name, clean(value.toString()));
    }

    /// Replaces characters that XML 1.0 does not allow.
    private static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "?");
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toNanos() / 1e9);
    }
}
