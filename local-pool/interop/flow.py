"""A machine's way to an API in Python: get a token with requests, verify it with PyJWT as the API would.

Arguments: token endpoint, client id, client secret, scope, issuer. Prints the token's scope.
"""

import sys

import jwt
import requests

token_endpoint, client_id, client_secret, scope, issuer = sys.argv[1:]

answer = requests.post(
    token_endpoint,
    data={
        "grant_type": "client_credentials",
        "client_id": client_id,
        "client_secret": client_secret,
        "scope": scope,
    },
    timeout=10,
)
answer.raise_for_status()
token = answer.json()["access_token"]

key_set = requests.get(f"{issuer}/.well-known/jwks.json", timeout=10).json()
keys = {key["kid"]: jwt.algorithms.RSAAlgorithm.from_jwk(key) for key in key_set["keys"]}
claims = jwt.decode(
    token,
    key=keys[jwt.get_unverified_header(token)["kid"]],
    algorithms=["RS256"],
    issuer=issuer,
    options={"require": ["exp", "iss"]},
)
assert claims["client_id"] == client_id and claims["token_use"] == "access"
print(claims["scope"])
