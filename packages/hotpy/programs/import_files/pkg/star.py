__all__=["pub"]
pub=1
_priv=2
