package org.cognito4j.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cognito4j.documents.MarkdownPage.Link;
import org.junit.jupiter.api.Test;

class LinksTest {

    private static final Path DOCS = Documents.ROOT.resolve("docs");

    @Test
    void every_link_leads_to_a_file_of_the_repository() throws IOException {
        assertThat(links()).isNotEmpty().allSatisfy(link -> {
            assertThat(link.to()).startsWith(Documents.ROOT);
            assertThat(link.to()).exists();
        });
    }

    @Test
    void every_link_to_a_heading_finds_it() throws IOException {
        List<Link> links =
                links().stream().filter(link -> !link.heading().isEmpty()).toList();

        for (Link link : links) {
            assertThat(new MarkdownPage(link.to()).anchors())
                    .as(link.toString())
                    .contains(link.heading());
        }
    }

    @Test
    void every_document_is_in_the_index_or_in_that_of_its_folder() throws IOException {
        Set<Path> listed = listedFrom(DOCS.resolve("README.md"));

        List<Path> pages = Documents.files(DOCS).stream()
                .filter(file -> file.toString().endsWith(".md"))
                .toList();
        assertThat(listed).containsAll(pages);
    }

    @Test
    void every_image_is_shown() throws IOException {
        List<Path> shown = links().stream().map(Link::to).toList();

        assertThat(shown).containsAll(Documents.files(DOCS.resolve("images")));
    }

    /** What an index links to, and the indices of other folders that it links to. */
    private static Set<Path> listedFrom(Path index) throws IOException {
        Set<Path> listed = new HashSet<>(Set.of(index));
        List<Path> toRead = new ArrayList<>(List.of(index));
        while (!toRead.isEmpty()) {
            for (Link link : new MarkdownPage(toRead.remove(0)).links()) {
                if (listed.add(link.to())
                        && link.to().endsWith("README.md")
                        && link.to().startsWith(DOCS)) {
                    toRead.add(link.to());
                }
            }
        }
        return listed;
    }

    private static List<Link> links() throws IOException {
        List<Link> links = new ArrayList<>();
        for (Path page : Documents.pages()) {
            links.addAll(new MarkdownPage(page).links());
        }
        return links;
    }
}
