// Gets tokens with openid-client, after discovery, by both ways of client authentication.
// Arguments: issuer, client id, client secret, scope. Prints one token for each way.
import * as client from "openid-client";

const [issuer, clientId, clientSecret, scope] = process.argv.slice(2);

for (const authentication of [client.ClientSecretBasic, client.ClientSecretPost]) {
  const configuration = await client.discovery(
    new URL(issuer),
    clientId,
    undefined,
    authentication(clientSecret),
    { execute: [client.allowInsecureRequests] },
  );
  const tokens = await client.clientCredentialsGrant(configuration, { scope });
  console.log(tokens.access_token);
}
