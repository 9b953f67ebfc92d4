package org.talentrecall.ingest.spreadsheet.file;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Pull reading of XML that may be hostile: no DTD, no entities but XML's own five. */
final class Xml {
    private static final XMLInputFactory FACTORY = factory();

    private Xml() {}

    static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        return FACTORY.createXMLStreamReader(in);
    }

    /** The attribute by its local name, whatever its namespace. */
    static @Nullable String attribute(XMLStreamReader reader, String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    static boolean isOn(@Nullable String attribute) {
        return attribute != null && (attribute.equals("1") || attribute.equals("true") || attribute.equals("on"));
    }

    /** A whole number, or the given one when the attribute is absent or none. */
    static int number(@Nullable String attribute, int otherwise) {
        if (attribute == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(attribute.strip());
        } catch (NumberFormatException notANumber) {
            return otherwise;
        }
    }

    /** Goes to the next start of an element; null at the end of the document. */
    static @Nullable String nextElement(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                return reader.getLocalName();
            }
        }
        return null;
    }

    /**
     * The same in a part of Office Open XML.
     *
     * @throws DeclaresEntities when it comes upon a document type
     */
    static @Nullable String nextOfPart(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return reader.getLocalName();
            }
            if (event == XMLStreamConstants.DTD) {
                throw new DeclaresEntities();
            }
        }
        return null;
    }

    /** No program that writes Office Open XML declares a document type: it is how files swell up or reach for others. */
    static final class DeclaresEntities extends XMLStreamException {
        DeclaresEntities() {
            super("A document type in a part of a workbook");
        }
    }

    /** Goes to the end of the element that is open by this name, over everything in it. */
    static void skipTo(XMLStreamReader reader, String end) throws XMLStreamException {
        while (reader.hasNext()
                && !(reader.isEndElement() && reader.getLocalName().equals(end))) {
            reader.next();
        }
    }

    /** Appends characters up to a limit; what is beyond it is dropped, as Excel drops it. */
    static void append(StringBuilder text, XMLStreamReader reader, int limit) {
        int room = limit - text.length();
        if (room > 0) {
            text.append(reader.getTextCharacters(), reader.getTextStart(), Math.min(room, reader.getTextLength()));
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }
}
