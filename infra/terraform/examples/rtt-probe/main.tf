# Round trips to every broker from three regions; for a fourth, copy a provider and a module.
#
#   mvn -pl shared/probe -am package -DskipTests
#   terraform -chdir=infra/terraform/examples/rtt-probe init
#   terraform -chdir=infra/terraform/examples/rtt-probe apply
#   for region in virginia london tokyo; do
#     terraform -chdir=infra/terraform/examples/rtt-probe output -raw $region >$region.json
#   done
#   ./primegate rtt-probe virginia.json london.json tokyo.json
#   terraform -chdir=infra/terraform/examples/rtt-probe destroy

locals {
  package = "${path.root}/../../../../shared/probe/target/primegate-probe-0.1.0.jar"
}

provider "aws" {
  alias  = "virginia"
  region = "us-east-1"
}

provider "aws" {
  alias  = "london"
  region = "eu-west-2"
}

provider "aws" {
  alias  = "tokyo"
  region = "ap-northeast-1"
}

module "virginia" {
  source    = "../../modules/probe"
  package   = local.package
  providers = { aws = aws.virginia }
}

module "london" {
  source    = "../../modules/probe"
  package   = local.package
  providers = { aws = aws.london }
}

module "tokyo" {
  source    = "../../modules/probe"
  package   = local.package
  providers = { aws = aws.tokyo }
}

output "virginia" {
  description = "The report of us-east-1."
  value       = module.virginia.report
}

output "london" {
  description = "The report of eu-west-2."
  value       = module.london.report
}

output "tokyo" {
  description = "The report of ap-northeast-1."
  value       = module.tokyo.report
}
