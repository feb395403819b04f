# Compatibility only: for archived state and repairs outside the active stacks, which use config/backend.s3.example.hcl.
# Credentials never stand here: TF_HTTP_USERNAME and TF_HTTP_PASSWORD carry them.
address        = "https://state.example.com/arc-runners"
lock_address   = "https://state.example.com/arc-runners/lock"
unlock_address = "https://state.example.com/arc-runners/lock"
lock_method    = "POST"
unlock_method  = "DELETE"
retry_wait_min = 5
