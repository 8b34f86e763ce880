package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserPoolTest {

    @ParameterizedTest
    @CsvSource({
        "eu-west-1_AbCdEfGhI, eu-west-1, amazonaws.com",
        "us-east-1_Lz6tsISUV, us-east-1, amazonaws.com",
        "ap-southeast-2_dEIHPN1JG, ap-southeast-2, amazonaws.com",
        "ap-northeast-3_a, ap-northeast-3, amazonaws.com",
        "mx-central-1_AbCdEfGhI, mx-central-1, amazonaws.com",
        "il-central-1_AbCdEfGhI, il-central-1, amazonaws.com",
        "us-gov-west-1_AbCdEfGhI, us-gov-west-1, amazonaws.com",
        "us-gov-east-1_AbCdEfGhI, us-gov-east-1, amazonaws.com",
        "cn-north-1_AbCdEfGhI, cn-north-1, amazonaws.com.cn",
        "cn-northwest-1_AbCdEfGhI, cn-northwest-1, amazonaws.com.cn",
        "eusc-de-east-1_AbCdEfGhI, eusc-de-east-1, amazonaws.eu",
    })
    void follows_from_its_id_in_every_partition(String id, String region, String suffix) {
        UserPool pool = UserPool.of(id);

        assertThat(pool.id()).isEqualTo(id);
        assertThat(pool.region()).isEqualTo(region);
        assertThat(pool.issuers())
                .containsExactly(
                        "https://cognito-idp." + region + "." + suffix + "/" + id,
                        "https://issuer-cognito-idp." + region + "." + suffix + "/" + id);
        assertThat(pool.keySetAddresses())
                .containsExactly(
                        URI.create(
                                "https://cognito-idp." + region + "." + suffix + "/" + id + "/.well-known/jwks.json"),
                        URI.create("https://issuer-cognito-idp." + region + "." + suffix + "/" + id
                                + "/.well-known/jwks.json"));
    }

    @ParameterizedTest
    @CsvSource({"us-east-2_AbCdEfGhI, amazonaws.com", "us-gov-west-1_AbCdEfGhI, amazonaws.com"})
    void fetches_keys_from_the_fips_endpoint_only(String id, String suffix) {
        UserPool pool = UserPool.of(id).onFipsEndpoint();
        String fips = "https://cognito-idp-fips." + pool.region() + "." + suffix + "/" + id;

        assertThat(pool.keySetAddresses()).containsExactly(URI.create(fips + "/.well-known/jwks.json"));
        assertThat(pool.issuers())
                .hasSize(3)
                .startsWith(UserPool.of(id).issuers().toArray(String[]::new))
                .endsWith(fips);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "_",
                "eu-west-1",
                "eu-west-1_",
                "_AbCdEfGhI",
                "AbCdEfGhI",
                "eu-west_AbCdEfGhI",
                "eu-west-1-AbCdEfGhI",
                "eu-west-1_AbCd_EfGhI",
                "eu-west-1_AbCd-EfGhI",
                "eu-west-1_AbCdEfGh\u00EE",
                "eu-west-1_AbCdEfGhI ",
                " eu-west-1_AbCdEfGhI",
                "eu-west-1_AbCdEfGhI\n",
                "EU-WEST-1_AbCdEfGhI",
                "eu-west-1_../../x",
                "eu-west-1_a/b",
                "eu-west-1_a?b",
                "eu-west-1_a#b",
                "attacker.example/eu-west-1_a",
                "eu.west-1_a",
                "eu-west-1@attacker.example_a",
                "-west-1_a",
                "1-west-1_a",
                "eu-west-123_a",
                "eu--west-1_a",
                "arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_AbCdEfGhI",
                "local_2kPPrMOe"
            })
    void refuses_what_is_no_pool_id(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> UserPool.of(id)).withMessageContaining("<region>_");
    }

    @Test
    void takes_ids_of_55_characters_and_no_more() {
        String id = "eu-west-1_" + "a".repeat(45);

        assertThat(UserPool.of(id).id()).hasSize(55);
        assertThatIllegalArgumentException().isThrownBy(() -> UserPool.of(id + "a"));
    }

    @Test
    void is_equal_to_the_same_pool_on_the_same_endpoint() {
        UserPool pool = UserPool.of("eu-west-1_AbCdEfGhI");

        assertThat(pool)
                .isEqualTo(UserPool.of("eu-west-1_AbCdEfGhI"))
                .hasSameHashCodeAs(UserPool.of("eu-west-1_AbCdEfGhI"));
        assertThat(pool).doesNotHaveSameHashCodeAs(UserPool.of("eu-west-1_AbCdEfGhJ"));
        assertThat(pool).isNotEqualTo(pool.onFipsEndpoint());
        assertThat(pool).isNotEqualTo(UserPool.of("eu-west-1_AbCdEfGhJ"));
        assertThat(pool).isNotEqualTo("eu-west-1_AbCdEfGhI");
        assertThat(pool.onFipsEndpoint()).isEqualTo(pool.onFipsEndpoint());
    }

    @Test
    void shows_its_id() {
        assertThat(UserPool.of("eu-west-1_AbCdEfGhI")).hasToString("eu-west-1_AbCdEfGhI");
    }
}
