# Chained exceptions in a traceback.
class ConfigError(Exception): pass
def parse(text):
    return int(text)
def load(text):
    try:
        return parse(text)
    except ValueError as e:
        raise ConfigError(f"bad value {text!r}") from e
def main():
    try:
        load("abc")
    except ConfigError:
        cleanup()
def cleanup():
    undefined_name
main()
