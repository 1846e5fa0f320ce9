# Containers only: values are put in by hand or by rotation, so that no state file ever holds one.

resource "aws_secretsmanager_secret" "broker" {
  for_each    = local.broker_keys
  name        = "${local.name}/${each.key}"
  description = "API key of primegate at a prime broker; fields: ${join(", ", local.brokers[dirname(each.key)].secret[basename(each.key)])}"
  kms_key_id  = aws_kms_key.this[basename(each.key) == "trade" ? "trade" : "read"].arn
}

resource "aws_secretsmanager_secret" "webhook" {
  for_each    = local.sealed_senders
  name        = "${local.name}/webhooks/${each.key}"
  description = "Signing keys of a webhook sender; fields: signingKey, nextSigningKey"
  kms_key_id  = aws_kms_key.this["read"].arn
}

resource "aws_secretsmanager_secret" "pagerduty" {
  count       = var.alerts.pagerduty ? 1 : 0
  name        = "${local.name}/pagerduty"
  description = "PagerDuty Events v2; field: routingKey"
  kms_key_id  = aws_kms_key.this["read"].arn
}

resource "aws_secretsmanager_secret" "slack" {
  count       = var.alerts.slack ? 1 : 0
  name        = "${local.name}/slack"
  description = "Slack; fields: url of an incoming webhook, or token and channel"
  kms_key_id  = aws_kms_key.this["read"].arn
}
