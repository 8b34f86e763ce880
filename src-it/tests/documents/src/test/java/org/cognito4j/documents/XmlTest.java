package org.cognito4j.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class XmlTest {

    @Test
    void every_example_is_well_formed() throws IOException {
        List<String> examples = new ArrayList<>();
        for (Path page : Documents.pages()) {
            new MarkdownPage(page).examples("xml").forEach(examples::add);
        }

        assertThat(examples)
                .hasSizeGreaterThan(3)
                .allSatisfy(example ->
                        assertThatCode(() -> parse(example)).as(example).doesNotThrowAnyException());
    }

    /** Most examples are pieces of a file. */
    private static void parse(String example) throws Exception {
        String document = example.startsWith("<?xml") ? example : "<piece>" + example + "</piece>";
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(document)));
    }
}
