terraform {
  required_version = ">= 1.11"
  required_providers {
    # The runtime java25 is known to later ones of these; provided.al2023 to all.
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7"
    }
  }
}

provider "aws" {
  region = var.region
  default_tags {
    tags = local.tags
  }
}

# CloudFront reads its firewall and its certificates there, wherever the rest is.
provider "aws" {
  alias  = "us_east_1"
  region = "us-east-1"
  default_tags {
    tags = local.tags
  }
}

locals {
  name = "primegate-${var.environment}"
  tags = { application = "primegate", environment = var.environment }
}

data "aws_region" "this" {}

data "aws_caller_identity" "this" {}
