#!/usr/bin/env bash
# Builds what the demo needs of Cognito: a user pool, its resource server, four app clients and a domain.
#
#   demo-war/provisioning/provision.sh                          with your AWS account
#   AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER=http://127.0.0.1:9229 \
#     demo-war/provisioning/provision.sh                        with a running local pool
#
# POOL_NAME and DOMAIN_PREFIX name the pool and its domain; a prefix is unique in its region, among all accounts.
# It prints the settings of the demo and, for you alone, the secrets of the clients.
set -euo pipefail

pool_name=${POOL_NAME:-orders-demo}
domain_prefix=${DOMAIN_PREFIX:-orders-demo-$(od -An -N4 -tx4 /dev/urandom | tr -d ' ')}
api=https://orders.example.com

# Old versions of the AWS CLI do not read the environment variable themselves.
cognito() {
  aws ${AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER:+--endpoint-url "$AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER"} \
    cognito-idp "$@" --output text
}

# client <name> <scope>...: prints its id and its secret
client() {
  local name=$1
  shift
  cognito create-user-pool-client --user-pool-id "$pool" --client-name "$name" --generate-secret \
    --allowed-o-auth-flows client_credentials --allowed-o-auth-flows-user-pool-client \
    --allowed-o-auth-scopes "$@" \
    --access-token-validity 60 --token-validity-units AccessToken=minutes \
    --query 'UserPoolClient.[ClientId,ClientSecret]'
}

pool=$(cognito create-user-pool --pool-name "$pool_name" --query UserPool.Id)

# The scopes come before the clients: a client cannot be allowed what does not exist.
cognito create-resource-server --user-pool-id "$pool" --identifier "$api" --name orders \
  --scopes ScopeName=orders.read,ScopeDescription='Read orders' \
  ScopeName=orders.write,ScopeDescription='Place and cancel orders' > /dev/null

read -r shop_id shop_secret < <(client shop "$api/orders.read" "$api/orders.write")
read -r auditor_id auditor_secret < <(client auditor "$api/orders.read")
read -r billing_id billing_secret < <(client billing "$api/orders.read")
read -r stranger_id stranger_secret < <(client stranger "$api/orders.read")

cognito create-user-pool-domain --user-pool-id "$pool" --domain "$domain_prefix" > /dev/null

cat << END
COGNITO_USER_POOL_ID=$pool
COGNITO_CLIENT_IDS=$shop_id,$auditor_id,$billing_id
DOMAIN_PREFIX=$domain_prefix
SHOP_ID=$shop_id
SHOP_SECRET=$shop_secret
AUDITOR_ID=$auditor_id
AUDITOR_SECRET=$auditor_secret
BILLING_ID=$billing_id
BILLING_SECRET=$billing_secret
STRANGER_ID=$stranger_id
STRANGER_SECRET=$stranger_secret
END
