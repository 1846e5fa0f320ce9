# Every broker that has a folder, and what its broker.json says. A new one needs no line here.

locals {
  brokers_folder = "${path.module}/../../shared/brokers"
  brokers = {
    for file in fileset(local.brokers_folder, "*/broker.json") :
    dirname(file) => jsondecode(file("${local.brokers_folder}/${file}"))
    if var.brokers == null ? true : contains(var.brokers, dirname(file))
  }

  # "coinbase-prime/trade" and "coinbase-prime/read": who only reads has a key that can only read.
  broker_keys = toset(flatten([
    for broker, spec in local.brokers : [for use in keys(spec.secret) : "${broker}/${use}"]
  ]))
  trade_keys = { for key in local.broker_keys : dirname(key) => key if basename(key) == "trade" }
  read_keys  = { for key in local.broker_keys : dirname(key) => key if basename(key) == "read" }

  # PRIMEGATE_BROKER_COINBASE_PRIME_SECRET and so on: which key of each broker a function gets.
  env_name = { for broker in keys(local.brokers) : broker => upper(replace(broker, "-", "_")) }
  broker_settings = merge(
    var.brokers == null ? {} : { PRIMEGATE_USED_BROKERS = join(",", sort(var.brokers)) },
    [
      for broker, settings in var.broker_settings : {
        for name, value in settings : "PRIMEGATE_BROKER_${local.env_name[broker]}_${upper(name)}" => value
      }
    ]...
  )
  trade_settings = merge(local.broker_settings, { for broker, key in local.trade_keys : "PRIMEGATE_BROKER_${local.env_name[broker]}_SECRET" => aws_secretsmanager_secret.broker[key].name })
  read_settings  = merge(local.broker_settings, { for broker, key in local.read_keys : "PRIMEGATE_BROKER_${local.env_name[broker]}_SECRET" => aws_secretsmanager_secret.broker[key].name })

  # Who may send webhooks, and how each signs.
  senders = merge(
    { for broker, spec in local.brokers : broker => { scheme = "standard-webhooks", keys = null, hint = false } if spec.webhook },
    var.webhook_senders,
  )
  sender_settings = merge([
    for i, sender in sort(keys(local.senders)) : merge(
      {
        "PRIMEGATE_WEBHOOKS_SENDERS_${i}__BROKER" = sender
        "PRIMEGATE_WEBHOOKS_SENDERS_${i}__SCHEME" = local.senders[sender].scheme
        "PRIMEGATE_WEBHOOKS_SENDERS_${i}__HINT"   = tostring(local.senders[sender].hint)
      },
      local.senders[sender].keys == null ? {} : { "PRIMEGATE_WEBHOOKS_SENDERS_${i}__KEYS" = local.senders[sender].keys },
      contains(local.sealed_senders, sender) ? { "PRIMEGATE_WEBHOOKS_SENDERS_${i}__SECRET" = aws_secretsmanager_secret.webhook[sender].name } : {},
    )
  ]...)

  # Those whose keys we hold.
  sealed_senders = toset([for sender, spec in local.senders : sender if spec.keys == null && spec.scheme != "unsigned"])

  # When a broker's books of a day are whole: one more look at its trades, then at its positions.
  days_end = { for broker, spec in local.brokers : broker => spec.dayEnds if can(spec.dayEnds) }

  # Whom functions may call: the brokers, or their sandboxes, and senders that publish their keys.
  broker_hosts = distinct(concat(
    flatten([for spec in values(local.brokers) : [for host in spec.egress : split(":", host)[0]]]),
    [for url in flatten([for settings in values(var.broker_settings) : values(settings)]) : regex("^[a-z]+://([^/:]+)", url)[0] if can(regex("^[a-z]+://([^/:]+)", url))],
    [for sender in values(local.senders) : regex("^https://([^/:]+)", sender.keys)[0] if sender.keys != null],
  ))
}

locals {
  broker_ports = distinct(flatten([for spec in values(local.brokers) : [for host in spec.egress : split(":", host)[1]]]))
}
