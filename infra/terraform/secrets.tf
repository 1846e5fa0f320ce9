# Containers only: values are put in by hand or by rotation, so that no state file ever holds one.

locals {
  brokers_folder = "${path.module}/../../shared/brokers"
  brokers = {
    for file in fileset(local.brokers_folder, "*/broker.json") :
    dirname(file) => jsondecode(file("${local.brokers_folder}/${file}"))
  }
  # "coinbase-prime/trade" and "coinbase-prime/read": who only reads has a key that can only read.
  broker_keys = toset(flatten([
    for broker, spec in local.brokers : [for use in keys(spec.secret) : "${broker}/${use}"]
  ]))
}

resource "aws_secretsmanager_secret" "broker" {
  for_each    = local.broker_keys
  name        = "${local.name}/${each.key}"
  description = "API key of primegate at a prime broker; fields: ${join(", ", local.brokers[dirname(each.key)].secret[basename(each.key)])}"
}

resource "aws_secretsmanager_secret" "webhook" {
  for_each    = var.webhook_senders
  name        = "${local.name}/webhooks/${each.key}"
  description = "Signing keys of a webhook sender; fields: signingKey, nextSigningKey"
}

resource "aws_secretsmanager_secret" "pagerduty" {
  name        = "${local.name}/pagerduty"
  description = "PagerDuty Events v2; field: routingKey"
}

resource "aws_secretsmanager_secret" "slack" {
  count       = var.slack ? 1 : 0
  name        = "${local.name}/slack"
  description = "Slack incoming webhook; field: url"
}
