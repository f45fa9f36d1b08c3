package org.xapitck.kit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xapitck.kit.verdict.Verdict;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class JunitXmlTest {

  /** What the schemas of Ant and of Jenkins both allow, and nothing that only one of them does. */
  private static final String SCHEMA =
      """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
        <xs:element name="testsuites"><xs:complexType><xs:sequence>
          <xs:element name="testsuite" maxOccurs="unbounded"><xs:complexType><xs:sequence>
            <xs:element name="properties"><xs:complexType><xs:sequence>
              <xs:element name="property" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
                <xs:attribute name="name" type="word" use="required"/>
                <xs:attribute name="value" type="xs:string" use="required"/>
              </xs:complexType></xs:element>
            </xs:sequence></xs:complexType></xs:element>
            <xs:element name="testcase" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
              <xs:choice minOccurs="0">
                <xs:element name="skipped"><xs:complexType>
                  <xs:attribute name="message" type="xs:string"/>
                </xs:complexType></xs:element>
                <xs:element name="error" type="problem"/>
                <xs:element name="failure" type="problem"/>
              </xs:choice>
              <xs:attribute name="name" type="word" use="required"/>
              <xs:attribute name="classname" type="word" use="required"/>
              <xs:attribute name="time" type="xs:decimal" use="required"/>
            </xs:complexType></xs:element>
            <xs:element name="system-out" type="xs:string"/>
            <xs:element name="system-err" type="xs:string"/>
          </xs:sequence>
            <xs:attribute name="name" type="word" use="required"/>
            <xs:attribute name="package" type="word" use="required"/>
            <xs:attribute name="id" type="xs:int" use="required"/>
            <xs:attribute name="hostname" type="word" use="required"/>
            <xs:attribute name="timestamp" type="moment" use="required"/>
            <xs:attribute name="tests" type="xs:int" use="required"/>
            <xs:attribute name="failures" type="xs:int" use="required"/>
            <xs:attribute name="errors" type="xs:int" use="required"/>
            <xs:attribute name="skipped" type="xs:int" use="required"/>
            <xs:attribute name="time" type="seconds" use="required"/>
          </xs:complexType></xs:element>
        </xs:sequence></xs:complexType></xs:element>
        <xs:complexType name="problem"><xs:simpleContent><xs:extension base="xs:string">
          <xs:attribute name="message" type="xs:string"/>
          <xs:attribute name="type" type="xs:string" use="required"/>
        </xs:extension></xs:simpleContent></xs:complexType>
        <xs:simpleType name="word"><xs:restriction base="xs:token"><xs:minLength value="1"/></xs:restriction></xs:simpleType>
        <xs:simpleType name="seconds"><xs:restriction base="xs:decimal"><xs:pattern value="[0-9]+\\.[0-9]{3}"/></xs:restriction></xs:simpleType>
        <xs:simpleType name="moment"><xs:restriction base="xs:dateTime"><xs:pattern value="[0-9-]{10}T[0-9:]{8}"/></xs:restriction></xs:simpleType>
      </xs:schema>
      """;

  @ParameterizedTest
  @MethodSource("org.xapitck.kit.report.ResultsJsonTest#runs")
  void aCiServerMustNotRefuseTheFile(RunReport report) throws SAXException, IOException {
    String xml = JunitXml.write(report);
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(new StreamSource(new StringReader(SCHEMA)))
        .newValidator()
        .validate(new StreamSource(new StringReader(xml)));
  }

  @Test
  void everyVerdictShowsAsWhatItIs() throws Exception {
    SampleRun run = SampleRun.withDeviations(2, "x");
    Document document = parse(JunitXml.write(run.report()));
    assertThat(count(document, "failure")).isEqualTo(number(run, Verdict.FAIL));
    assertThat(count(document, "error")).isEqualTo(number(run, Verdict.KIT_ERROR));
    assertThat(count(document, "skipped"))
        .isEqualTo(number(run, Verdict.NOT_TESTABLE) + number(run, Verdict.NOT_APPLICABLE));
    assertThat(count(document, "testcase")).isEqualTo(run.scenarios.size());
    List<String> out = new ArrayList<>();
    NodeList outputs = document.getElementsByTagName("system-out");
    for (int i = 0; i < outputs.getLength(); i++) {
      out.add(outputs.item(i).getTextContent());
    }
    assertThat(out).hasSize(3).allMatch(text -> text.contains("task.destroy.pending on "));
  }

  @Test
  void theCountsOfASuiteAddUp() throws Exception {
    Document document = parse(JunitXml.write(SampleRun.withDeviations(2, "x").report()));
    Element suite = (Element) document.getElementsByTagName("testsuite").item(0);
    assertThat(suite.getAttribute("name")).isEqualTo("XML-RPC");
    assertThat(suite.getAttribute("tests"))
        .isEqualTo("" + suite.getElementsByTagName("testcase").getLength());
    assertThat(suite.getAttribute("skipped"))
        .isEqualTo("" + suite.getElementsByTagName("skipped").getLength());
  }

  @Test
  void aServersTextArrivesWholeOrNotAtAll() throws Exception {
    String server = "]]> <b>&amp;\"' \u0001\uFFFE\uD800 \uD83D\uDE00\tend";
    Document document = parse(JunitXml.write(SampleRun.withDeviations(1, server).report()));
    Element failure = (Element) document.getElementsByTagName("failure").item(0);
    assertThat(failure.getTextContent()).contains("]]> <b>&amp;\"' ").contains("\uD83D\uDE00");
    assertThat(failure.getAttribute("message")).startsWith("task.destroy.effect on jsonrpc1");
    assertThat(failure.getAttribute("type")).isEqualTo("task.destroy.effect");
  }

  private static Document parse(String xml)
      throws ParserConfigurationException, SAXException, IOException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  private static int count(Document document, String element) {
    return document.getElementsByTagName(element).getLength();
  }

  private static int number(SampleRun run, Verdict verdict) {
    return (int) run.scenarios.stream().filter(result -> result.verdict() == verdict).count();
  }
}
