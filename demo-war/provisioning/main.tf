# What the demo needs of Cognito; the same as provision.sh

terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
  }
}

variable "domain_prefix" {
  description = "The prefix of the token endpoint's host name, unique in the region"
  type        = string
}

locals {
  api = "https://orders.example.com"
  clients = {
    shop     = ["orders.read", "orders.write"]
    auditor  = ["orders.read"]
    billing  = ["orders.read"]
    stranger = ["orders.read"]
  }
}

resource "aws_cognito_user_pool" "orders" {
  name = "orders-demo"
}

resource "aws_cognito_resource_server" "orders" {
  user_pool_id = aws_cognito_user_pool.orders.id
  identifier   = local.api
  name         = "orders"

  scope {
    scope_name        = "orders.read"
    scope_description = "Read orders"
  }

  scope {
    scope_name        = "orders.write"
    scope_description = "Place and cancel orders"
  }
}

resource "aws_cognito_user_pool_client" "machine" {
  for_each = local.clients

  user_pool_id                         = aws_cognito_user_pool.orders.id
  name                                 = each.key
  generate_secret                      = true
  allowed_oauth_flows                  = ["client_credentials"]
  allowed_oauth_flows_user_pool_client = true
  # by the resource server's own identifier, so that the scopes come before the clients
  allowed_oauth_scopes  = [for scope in each.value : "${aws_cognito_resource_server.orders.identifier}/${scope}"]
  access_token_validity = 60

  token_validity_units {
    access_token = "minutes"
  }
}

resource "aws_cognito_user_pool_domain" "orders" {
  user_pool_id = aws_cognito_user_pool.orders.id
  domain       = var.domain_prefix
}

output "user_pool_id" {
  description = "COGNITO_USER_POOL_ID of the demo"
  value       = aws_cognito_user_pool.orders.id
}

output "client_ids" {
  description = "COGNITO_CLIENT_IDS of the demo"
  value       = join(",", [for name in ["shop", "auditor", "billing"] : aws_cognito_user_pool_client.machine[name].id])
}

output "client_secrets" {
  description = "Each client's secret"
  value       = { for name, client in aws_cognito_user_pool_client.machine : name => client.client_secret }
  sensitive   = true
}
