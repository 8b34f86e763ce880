package org.cognito4j.cli;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The {@code <context-param>}s of a {@code web.xml}. */
final class ContextParameters {

    private ContextParameters() {}

    /** Values by name. Nothing in the document can make the parser fetch anything or expand entities. */
    static Map<String, String> read(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(in);
        try {
            Map<String, String> parameters = new HashMap<>();
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("context-param")) {
                    readOne(reader, parameters);
                }
            }
            return parameters;
        } finally {
            reader.close();
        }
    }

    private static void readOne(XMLStreamReader reader, Map<String, String> parameters) throws XMLStreamException {
        String name = "";
        String value = "";
        while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
            String element = reader.getLocalName();
            String text = reader.getElementText().trim();
            if (element.equals("param-name")) {
                name = text;
            } else if (element.equals("param-value")) {
                value = text;
            }
        }
        parameters.put(name, value);
    }
}
