package org.cognito4j;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One of each kind; many more are among the vectors. Texts have ' for ". */
class JoseHeaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'alg':'RS256','kid':'a'}",
                "{'typ':'JWT','kid':'a','alg':'RS256'}",
                "{'kid':'\\u0061','alg':'RS256','typ':'at+jwt'}",
            })
    void names_the_key(String header) throws TokenRejected {
        assertThat(parse(header)).isEqualTo(new JoseHeader("a"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]                                      | HEADER_MALFORMED",
                "{'alg':'RS256','kid':'a','kid':'a'}     | HEADER_MALFORMED",
                "{'alg':'RS256','kid':'a','jwk':{}}      | HEADER_UNSUPPORTED",
                "{'alg':'none','kid':'a','crit':[]}      | HEADER_UNSUPPORTED",
                "{'kid':'a'}                             | WRONG_ALGORITHM",
                "{'alg':'none','kid':'a','typ':'x'}      | WRONG_ALGORITHM",
                "{'alg':'rs256','kid':'a'}               | WRONG_ALGORITHM",
                "{'alg':['RS256'],'kid':'a'}             | WRONG_ALGORITHM",
                "{'alg':'RS256','typ':'jwt'}             | WRONG_TYPE",
                "{'alg':'RS256','kid':'a','typ':null}    | WRONG_TYPE",
                "{'alg':'RS256','kid':'a','typ':['JWT']} | WRONG_TYPE",
                "{'alg':'RS256'}                         | KEY_ID_INVALID",
                "{'alg':'RS256','kid':null}              | KEY_ID_INVALID",
                "{'alg':'RS256','kid':1}                 | KEY_ID_INVALID",
                "{'alg':'RS256','kid':''}                | KEY_ID_INVALID",
            })
    void refuses_whatever_could_be_read_in_another_way(String header, RejectionReason reason) {
        assertThat(reason(header)).isEqualTo(reason);
    }

    @Test
    void takes_a_key_id_of_256_characters_and_no_longer() throws TokenRejected {
        String longest = "k".repeat(256);

        assertThat(parse("{'alg':'RS256','kid':'" + longest + "'}").keyId()).isEqualTo(longest);
        assertThat(reason("{'alg':'RS256','kid':'" + longest + "k'}")).isEqualTo(RejectionReason.KEY_ID_INVALID);
    }

    /** Then it is not looked at closely enough to say which member is at fault. */
    @Test
    void reads_no_more_than_32_members() {
        assertThat(reason(members(32))).isEqualTo(RejectionReason.HEADER_UNSUPPORTED);
        assertThat(reason(members(33))).isEqualTo(RejectionReason.HEADER_MALFORMED);
    }

    @Test
    void does_not_show_the_key_id() throws TokenRejected {
        assertThat(parse("{'alg':'RS256','kid':'stranger'}")).hasToString("JoseHeader");
    }

    private static String members(int count) {
        return IntStream.range(0, count).mapToObj(i -> "'m" + i + "':" + i).collect(Collectors.joining(",", "{", "}"));
    }

    private static RejectionReason reason(String header) {
        return catchThrowableOfType(TokenRejected.class, () -> parse(header)).reason();
    }

    private static JoseHeader parse(String header) throws TokenRejected {
        return JoseHeader.parse(header.replace('\'', '"').getBytes(UTF_8));
    }
}
