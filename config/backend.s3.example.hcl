# Copy to <stack>.s3.hcl in the folder TOFU_BACKEND_CONFIG_DIR names, or point TOFU_BACKEND_CONFIG_FILE at it, then
# `just tofu-init <stack>`. Credentials never stand here: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY carry them.
bucket = "tofu-state"
key    = "arc-runners/terraform.tfstate"
region = "us-east-1"

endpoints = {
  s3 = "http://tofu-state-rustfs.nix-cache.svc:9000"
}

use_path_style              = true
use_lockfile                = true
skip_s3_checksum            = true
skip_credentials_validation = true
skip_region_validation      = true
skip_metadata_api_check     = true
skip_requesting_account_id  = true
