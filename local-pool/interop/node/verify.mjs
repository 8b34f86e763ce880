// Has Amazon's own verifier judge a token, with the key set handed over instead of fetched.
// Arguments: user pool id, client id, scope or nothing, address of the key set, token. Prints the token's issuer or the reason of a refusal.
import { CognitoJwtVerifier } from "aws-jwt-verify";

const [userPoolId, clientId, scope, keySetAddress, token] = process.argv.slice(2);

const verifier = CognitoJwtVerifier.create({ userPoolId, clientId, scope: scope || null, tokenUse: "access" });
verifier.cacheJwks(await (await fetch(keySetAddress)).json());
try {
  console.log((await verifier.verify(token)).iss);
} catch (refusal) {
  console.log(refusal.constructor.name);
}
