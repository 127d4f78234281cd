"""What native modules have, found by looking: printed as JSON. Behind the prelude; `modules`, `candidates` and `receivers` are given."""
import json

ordinary = set(dir(object))


def owner(kind, name):
    for base in kind.__mro__:
        if name in base.__dict__:
            return f"{base.__module__}.{base.__qualname__}"
    return None


def describe(expression):
    """The names that an object's type has, by the type that they come from."""
    try:
        value = eval(expression)
    except Exception as error:
        return {"expression": expression, "error": f"{type(error).__name__}: {error}"}
    kind = type(value)
    return {
        "expression": expression,
        "type": f"{kind.__module__}.{kind.__qualname__}",
        "names": [[name, owner(kind, name), callable(getattr(kind, name, None))] for name in dir(kind)],
    }


def objects(path):
    """How to make objects of a type without knowing it: the first of a few kinds of arguments that it takes."""
    made = []
    for arguments in candidates:
        try:
            value = eval(f"{path}({arguments})")
        except Exception:
            continue
        if isinstance(value, eval(path)):
            made.append(f"{path}({arguments})")
        if len(made) == 2:
            break
    try:
        if made:
            refined = f"subclass({path})" + made[0][len(path):]
            eval(refined)
            made.append(refined)
    except Exception:
        pass
    return made


def look():
    result = {}
    for name in modules:
        module = globals()[name]
        functions, types = [], []
        for attribute in dir(module):
            # What imports modules is no part of one, and is there when importlib is.
            if attribute == "__loader__":
                continue
            value = getattr(module, attribute)
            path = f"{name}.{attribute}"
            if isinstance(value, type):
                if getattr(value, "__module__", "") != "builtins" or not hasattr(__builtins__, value.__name__):
                    types.append({"path": path, "objects": objects(path)})
            elif callable(value) and not attribute.startswith("__"):
                functions.append(path)
        result[name] = {"functions": functions, "types": types}
    return result


found = {"modules": look(), "receivers": [describe(each) for each in receivers]}
for module in found["modules"].values():
    for each in module["types"]:
        each["objects"] = [describe(expression) for expression in each["objects"]]
print(json.dumps(found))
