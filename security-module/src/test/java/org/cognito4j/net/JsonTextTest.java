package org.cognito4j.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTextTest {

    @Test
    void writes_an_object_in_the_order_of_its_members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("text", "a");
        members.put("flag", true);
        members.put("number", 7);
        members.put("list", List.of("b", List.of(), 8));
        members.put("object", Map.of("c", false));
        members.put("nothing", Map.of());

        assertThat(JsonText.object(members))
                .isEqualTo("{\"text\":\"a\",\"flag\":true,\"number\":7,\"list\":[\"b\",[],8],\"object\":{\"c\":false},"
                        + "\"nothing\":{}}");
    }

    @Test
    void writes_any_text_so_that_it_can_be_read_back() throws StrictJson.Malformed {
        String text = "\"quotes\" \\ \r\n\t\u0000\u2028 \u017d \ud83d\ude00";

        String json = JsonText.object(Map.of(text, text));

        assertThat(json).doesNotContain("\n", "\r", "\u0000");
        assertThat(StrictJson.object(json.getBytes(UTF_8), 1)).isEqualTo(Map.of(text, text));
    }

    @Test
    void writes_no_value_of_another_kind() {
        assertThatIllegalArgumentException().isThrownBy(() -> JsonText.object(Map.of("a", 1.5)));
        assertThatIllegalArgumentException().isThrownBy(() -> JsonText.object(Map.of("a", List.of('c'))));
    }
}
