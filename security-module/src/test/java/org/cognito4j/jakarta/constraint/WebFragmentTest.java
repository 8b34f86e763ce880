package org.cognito4j.jakarta.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;

class WebFragmentTest {

    @Test
    void spares_servers_a_scan_and_takes_no_application_its_sessions() throws IOException, XMLStreamException {
        try (InputStream in = WebFragmentTest.class.getResourceAsStream("/META-INF/web-fragment.xml")) {
            XmlElement fragment = XmlElement.parse(in);

            assertThat(new WebDescriptor(fragment).isComplete()).isTrue();
            assertThat(fragment.has("distributable")).isTrue();
        }
    }

    /** One that is in a framework's or an application's order of fragments by chance would be left out or moved. */
    @Test
    void has_no_name_and_no_place_in_an_order() throws IOException, XMLStreamException {
        try (InputStream in = WebFragmentTest.class.getResourceAsStream("/META-INF/web-fragment.xml")) {
            XmlElement fragment = XmlElement.parse(in);

            assertThat(fragment.has("name")).isFalse();
            assertThat(fragment.has("ordering")).isFalse();
        }
    }
}
