# What moto has no API for, left out of the stack: laid beside the copy that the emulator applies.

# Amazon Route 53 Resolver DNS Firewall: moto answers "not implemented".
resource "aws_route53_resolver_firewall_domain_list" "this" {
  for_each = {}
}

resource "aws_route53_resolver_firewall_rule_group" "this" {
  count = 0
}

resource "aws_route53_resolver_firewall_rule" "known" {
  count = 0
}

resource "aws_route53_resolver_firewall_rule" "others" {
  count = 0
}

resource "aws_route53_resolver_firewall_rule_group_association" "this" {
  count = 0
}

# An API that moto lacks answers 500, and by itself the provider would ask 25 times, for half an hour.
provider "aws" {
  max_retries = 2
}

provider "aws" {
  alias       = "us_east_1"
  max_retries = 2
}
