package org.cognito4j.localpool.definition;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of the definition file that knows its place there. What has the wrong shape becomes a fault and then counts as
 * left out, and so does an empty member.
 */
public final class DefinitionSection {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String where;
    private final Map<String, JsonNode> members;
    private final DefinitionFaults faults;

    private DefinitionSection(String where, Map<String, JsonNode> members, DefinitionFaults faults) {
        this.where = where;
        this.members = members;
        this.faults = faults;
    }

    /**
     * Reads a whole file.
     *
     * @param yaml YAML in UTF-8, read to its end
     * @param faults takes what is wrong
     * @return nothing if the file is not YAML, which is then its only fault: the parser's own message quotes the line, which
     *     may hold a secret
     */
    public static Optional<DefinitionSection> read(InputStream yaml, DefinitionFaults faults) throws IOException {
        try {
            return Optional.of(new DefinitionSection("", mapping("the file", YAML.readTree(yaml), faults), faults));
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String where = at == null ? "the file" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
            faults.add(where, "cannot be read as YAML: check indentation, quotes and names used twice");
            return Optional.empty();
        }
    }

    /** This section, after a complaint about each member that is not one of the names. */
    public DefinitionSection withOnly(String... names) {
        Set<String> known = new TreeSet<>(Set.of(names));
        for (String name : members.keySet()) {
            if (!known.contains(name)) {
                faults.add(place(name), "is not known: remove it or use one of " + String.join(", ", known));
            }
        }
        return this;
    }

    public Set<String> names() {
        return members.keySet();
    }

    public DefinitionSection section(String name) {
        return new DefinitionSection(place(name), mapping(place(name), members.get(name), faults), faults);
    }

    public Optional<String> text(String name) {
        return text(place(name), members.get(name));
    }

    public List<String> texts(String name) {
        JsonNode list = members.get(name);
        List<String> texts = new ArrayList<>();
        if (isEmpty(list)) {
            return texts;
        }
        if (!list.isArray()) {
            faults.add(place(name), "is not a list: write [one, another] or a line with a dash for each");
            return texts;
        }
        for (int i = 0; i < list.size(); i++) {
            // a list keeps the positions of its good elements, because the rules name places by position
            texts.add(text(place(name) + "[" + i + "]", list.get(i)).orElse(""));
        }
        return texts;
    }

    String place(String name) {
        return where.isEmpty() ? name : where + "." + name;
    }

    public void fault(String name, String what) {
        faults.add(place(name), what);
    }

    private Optional<String> text(String place, @Nullable JsonNode node) {
        if (isEmpty(node)) {
            return Optional.empty();
        }
        if (!node.isTextual()) {
            faults.add(place, "is not a text: put it in quotes if it only looks like a number or a switch");
            return Optional.empty();
        }
        return Optional.of(node.textValue());
    }

    private static Map<String, JsonNode> mapping(String where, @Nullable JsonNode node, DefinitionFaults faults) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        if (isEmpty(node)) {
            return members;
        }
        if (!node.isObject()) {
            faults.add(where, "is not a mapping: write lines of the form 'name: value'");
        }
        node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }

    private static boolean isEmpty(@Nullable JsonNode node) {
        return node == null || node.isNull() || node.isMissingNode();
    }
}
