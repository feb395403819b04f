terraform {
  backend "http" {}

  required_providers {
    civo = {
      source = "civo/civo"
    }
  }
}

provider "kubernetes" {
  config_context = "tinyland-civo-dev"
}
