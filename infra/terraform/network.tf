# A network of its own: functions without an address, a NAT with a fixed one in each zone, and names
# that resolve only if somebody here has to be called.

locals {
  zones = var.network == null ? [] : slice(data.aws_availability_zones.this[0].names, 0, var.network.zones)

  # Services that functions call; the table and the bucket are reached without leaving the network.
  service_hosts = [for service in ["dynamodb", "secretsmanager", "sqs", "logs", "xray", "email", "kms"] : "${service}.${data.aws_region.this.name}.amazonaws.com"]
  alert_hosts   = concat(var.alerts.pagerduty ? ["events.pagerduty.com"] : [], var.alerts.slack ? ["hooks.slack.com", "slack.com"] : [])
  bucket_hosts  = [for bucket in aws_s3_bucket.statements[*].id : "${bucket}.s3.${data.aws_region.this.name}.amazonaws.com"]
  hosts         = sort(distinct(concat(local.broker_hosts, local.alert_hosts, local.service_hosts, local.bucket_hosts)))
}

data "aws_availability_zones" "this" {
  count = var.network == null ? 0 : 1
  state = "available"
}

resource "aws_vpc" "this" {
  count                = var.network == null ? 0 : 1
  cidr_block           = var.network.cidr
  enable_dns_support   = true
  enable_dns_hostnames = true
  tags                 = { Name = local.name }
}

# Whatever is put into it without thinking can speak to nobody.
resource "aws_default_security_group" "this" {
  count  = var.network == null ? 0 : 1
  vpc_id = aws_vpc.this[0].id
}

resource "aws_internet_gateway" "this" {
  count  = var.network == null ? 0 : 1
  vpc_id = aws_vpc.this[0].id
}

resource "aws_subnet" "public" {
  for_each          = toset(local.zones)
  vpc_id            = aws_vpc.this[0].id
  availability_zone = each.key
  cidr_block        = cidrsubnet(var.network.cidr, 8, index(local.zones, each.key))
  tags              = { Name = "${local.name}-public-${each.key}" }
}

resource "aws_subnet" "private" {
  for_each          = toset(local.zones)
  vpc_id            = aws_vpc.this[0].id
  availability_zone = each.key
  cidr_block        = cidrsubnet(var.network.cidr, 4, 8 + index(local.zones, each.key))
  tags              = { Name = "${local.name}-private-${each.key}" }
}

# What brokers are told to allow. They outlive the NAT that uses them.
resource "aws_eip" "nat" {
  for_each = toset(local.zones)
  domain   = "vpc"
  tags     = { Name = "${local.name}-${each.key}" }
}

resource "aws_nat_gateway" "this" {
  for_each      = toset(local.zones)
  allocation_id = aws_eip.nat[each.key].id
  subnet_id     = aws_subnet.public[each.key].id
  tags          = { Name = "${local.name}-${each.key}" }
  depends_on    = [aws_internet_gateway.this]
}

resource "aws_route_table" "public" {
  count  = var.network == null ? 0 : 1
  vpc_id = aws_vpc.this[0].id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.this[0].id
  }
}

resource "aws_route_table_association" "public" {
  for_each       = toset(local.zones)
  subnet_id      = aws_subnet.public[each.key].id
  route_table_id = aws_route_table.public[0].id
}

# Each zone leaves by its own NAT, so that one zone's trouble is not the other's.
resource "aws_route_table" "private" {
  for_each = toset(local.zones)
  vpc_id   = aws_vpc.this[0].id
  route {
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = aws_nat_gateway.this[each.key].id
  }
}

resource "aws_route_table_association" "private" {
  for_each       = toset(local.zones)
  subnet_id      = aws_subnet.private[each.key].id
  route_table_id = aws_route_table.private[each.key].id
}

resource "aws_vpc_endpoint" "table" {
  count           = var.network == null ? 0 : 1
  vpc_id          = aws_vpc.this[0].id
  service_name    = "com.amazonaws.${data.aws_region.this.name}.dynamodb"
  route_table_ids = [for zone in local.zones : aws_route_table.private[zone].id]
}

resource "aws_vpc_endpoint" "statements" {
  count           = var.network == null ? 0 : length(aws_s3_bucket.statements)
  vpc_id          = aws_vpc.this[0].id
  service_name    = "com.amazonaws.${data.aws_region.this.name}.s3"
  route_table_ids = [for zone in local.zones : aws_route_table.private[zone].id]
}

resource "aws_security_group" "functions" {
  count       = var.network == null ? 0 : 1
  name        = "${local.name}-functions"
  description = "Functions call by HTTPS; nobody calls them here."
  vpc_id      = aws_vpc.this[0].id
}

resource "aws_vpc_security_group_egress_rule" "https" {
  for_each          = toset(var.network == null ? [] : distinct(concat(["443"], local.broker_ports)))
  security_group_id = aws_security_group.functions[0].id
  description       = "Brokers, alerts, services of AWS; which, the names below decide."
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = tonumber(each.key)
  to_port           = tonumber(each.key)
}

# Who is not on the list has no address.

resource "aws_route53_resolver_firewall_domain_list" "this" {
  for_each = var.network == null ? {} : { known = local.hosts, any = ["*"] }
  name     = "${local.name}-${each.key}"
  domains  = each.value
}

resource "aws_route53_resolver_firewall_rule_group" "this" {
  count = var.network == null ? 0 : 1
  name  = local.name
}

resource "aws_route53_resolver_firewall_rule" "known" {
  count                              = var.network == null ? 0 : 1
  name                               = "known"
  action                             = "ALLOW"
  firewall_domain_list_id            = aws_route53_resolver_firewall_domain_list.this["known"].id
  firewall_rule_group_id             = aws_route53_resolver_firewall_rule_group.this[0].id
  firewall_domain_redirection_action = "TRUST_REDIRECTION_DOMAIN"
  priority                           = 1
}

resource "aws_route53_resolver_firewall_rule" "others" {
  count                   = var.network == null ? 0 : 1
  name                    = "others"
  action                  = "BLOCK"
  block_response          = "NXDOMAIN"
  firewall_domain_list_id = aws_route53_resolver_firewall_domain_list.this["any"].id
  firewall_rule_group_id  = aws_route53_resolver_firewall_rule_group.this[0].id
  priority                = 2
}

resource "aws_route53_resolver_firewall_rule_group_association" "this" {
  count                  = var.network == null ? 0 : 1
  name                   = local.name
  firewall_rule_group_id = aws_route53_resolver_firewall_rule_group.this[0].id
  vpc_id                 = aws_vpc.this[0].id
  priority               = 101
}
