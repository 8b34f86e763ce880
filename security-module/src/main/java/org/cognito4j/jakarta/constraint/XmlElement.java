package org.cognito4j.jakarta.constraint;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of a descriptor with its texts, attributes and children, all by local names: descriptors of several
 * namespaces have the same vocabulary.
 */
public final class XmlElement {

    private static final int DEEPEST = 64;

    private final String name;
    private final Map<String, String> attributes = new HashMap<>();
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private XmlElement(String name) {
        this.name = name;
    }

    /**
     * Reads a document. Nothing in it can make the parser fetch anything or expand entities: a document type is passed
     * over, as old descriptors have one, and what it would define is unknown.
     *
     * @throws XMLStreamException if it is not well-formed without its document type
     */
    public static XmlElement parse(InputStream in) throws XMLStreamException {
        // The JDK's own, since one on the class path may not know these properties.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("a descriptor refers to something outside of it");
        });
        XMLStreamReader reader = factory.createXMLStreamReader(in);
        try {
            return parse(reader);
        } finally {
            reader.close();
        }
    }

    private static XmlElement parse(XMLStreamReader reader) throws XMLStreamException {
        XmlElement document = new XmlElement("");
        Deque<XmlElement> open = new ArrayDeque<>(List.of(document));
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    XmlElement element = start(reader);
                    open.element().children.add(element);
                    open.push(element);
                    if (open.size() > DEEPEST) {
                        throw new XMLStreamException("a descriptor is nested too deeply");
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    open.element().text.append(reader.getText());
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("a descriptor uses an entity that is not defined in it");
                default -> {}
            }
        }
        return document.children.get(0);
    }

    private static XmlElement start(XMLStreamReader reader) {
        XmlElement element = new XmlElement(reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            element.attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return element;
    }

    /** Returns the value of an attribute. */
    public Optional<String> attribute(String attributeName) {
        return Optional.ofNullable(attributes.get(attributeName));
    }

    boolean has(String child) {
        return children(child).findAny().isPresent();
    }

    /** Returns the children of a name, in the order of the document. */
    public Stream<XmlElement> children(String child) {
        return children.stream().filter(element -> element.name.equals(child));
    }

    /** The texts of the children with a name. */
    public List<String> texts(String child) {
        return children(child).map(element -> element.text.toString().trim()).toList();
    }
}
