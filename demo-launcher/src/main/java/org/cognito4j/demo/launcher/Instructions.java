package org.cognito4j.demo.launcher;

import org.cognito4j.localpool.AppClient;

/** What to try, ready to paste. */
final class Instructions {

    private Instructions() {}

    static String of(Demo demo) {
        AppClient shop = demo.client("shop");
        AppClient auditor = demo.client("auditor");
        AppClient stranger = demo.client("stranger");
        return """

                The orders API runs at %1$s, and the user pool that it trusts at
                %2$s.

                Open %1$s in a browser to get tokens, look into them and see what they open. Or here:

                Get a token (the shop may read and write, the auditor only reads, the stranger is not known to the API):

                  SHOP=$(%3$s)
                  AUDITOR=$(%4$s)
                  STRANGER=$(%5$s)

                Call the API:

                  curl -i %1$s/status                                                         # open: 200
                  curl -i %1$s/api/orders                                                     # no token: 401
                  curl -i -H "Authorization: Bearer $AUDITOR" %1$s/api/orders                 # 200
                  curl -i -H "Authorization: Bearer $AUDITOR" -H "Content-Type: text/plain" -d "tea" %1$s/api/orders   # 403
                  curl -i -H "Authorization: Bearer $SHOP" -H "Content-Type: text/plain" -d "tea" %1$s/api/orders      # 201
                  curl -i -H "Authorization: Bearer $AUDITOR" %1$s/report                     # web.xml: 200
                  curl -i -H "Authorization: Bearer $AUDITOR" %1$s/inventory                  # @ServletSecurity: 403
                  curl -i -H "Authorization: Bearer $SHOP" %1$s/whoami                        # what the server knows
                  curl -i -H "Authorization: Bearer $STRANGER" %1$s/api/orders                # unknown client: 401
                  curl -i -H "Authorization: Bearer ${SHOP}x" %1$s/whoami                     # tampered with: 401

                Or let another service call it, which gets, keeps and renews a token of its own:

                  curl -i %6$s/invoice                                                        # the orders, billed: 200

                Stop with Ctrl-C.
                """.formatted(
                        demo.address(),
                        demo.pool().issuer(),
                        token(demo, shop),
                        token(demo, auditor),
                        token(demo, stranger),
                        demo.billingAddress());
    }

    private static String token(Demo demo, AppClient client) {
        return "curl -s -u %s:%s -d grant_type=client_credentials %s | sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/'"
                .formatted(client.clientId(), client.clientSecret(), demo.pool().tokenEndpoint());
    }
}
