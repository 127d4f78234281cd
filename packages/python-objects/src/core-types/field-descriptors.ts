import { type Address, NONE, NULL, type Word } from "@hotpy/memory";
import { GETTER_NAME, GETTER_OWNER, MEMBER_ATTRIBUTE, MEMBER_NAME } from "../attributes/descriptors.js";
import type { Context } from "../context.js";
import { defineType } from "../types/define-type.js";

/** getset_descriptor and member_descriptor: the fields of builtin types, and the names in `__slots__`. */
export function defineFieldDescriptors(context: Context): void {
  const { memory, types, exceptions, strings } = context;
  const { descriptors, instances } = context.attributes;
  const arg = (args: Address, index: number): Word => memory.i32[(args >>> 2) + index];
  const field = (object: Word, offset: number): Word => memory.i32[(object + offset) >>> 2];

  /** Sets or (value NULL) deletes the attribute; NULL: raised. */
  function setMember(member: Word, instance: Word, value: Word): Word {
    const attribute = field(member, MEMBER_ATTRIBUTE);
    if (value !== NULL) instances.set(instance, attribute, value);
    else if (!instances.delete(instance, attribute))
      return exceptions.raise("AttributeError", strings.toJS(field(member, MEMBER_NAME)));
    return NONE;
  }
  const setField = (getter: Word, instance: Word, value: Word): Word =>
    descriptors.set(getter, instance, value, strings.toJS(field(getter, GETTER_NAME))) ?? NULL;

  interface Kind {
    readonly name: string;
    readonly shapes: readonly number[];
    /** What its text calls it. */
    readonly word: string;
    readonly set: (descriptor: Word, instance: Word, value: Word) => Word;
  }

  function define({ name, shapes, word, set }: Kind): void {
    const nameOf = (self: Word): string => strings.toJS(field(self, GETTER_NAME));
    const ownerOf = (self: Word): string => types.shownNameOf(field(self, GETTER_OWNER));
    /** Whether the descriptor is for the instance; false: raised. */
    function applies(self: Word, instance: Word): boolean {
      const type = types.typeOf(instance);
      if (types.isSubtype(type, field(self, GETTER_OWNER))) return true;
      exceptions.raise(
        "TypeError",
        `descriptor '${nameOf(self)}' for '${ownerOf(self)}' objects doesn't apply to a '${types.shownNameOf(type)}' object`,
      );
      return false;
    }
    defineType(context, {
      name,
      shapes,
      methods: [
        {
          name: "__get__",
          parameters: "(self, instance, owner=None, /)",
          run(args) {
            const [self, instance] = [arg(args, 0), arg(args, 1)];
            if (instance === NONE) {
              if (arg(args, 2) !== NULL && arg(args, 2) !== NONE) return self;
              if (field(self, GETTER_OWNER) !== types.typeOf(NONE))
                return exceptions.raise("TypeError", "__get__(None, None) is invalid");
            }
            return applies(self, instance) ? descriptors.get(self, instance, arg(args, 2)) : NULL;
          },
        },
        {
          name: "__set__",
          parameters: "(self, instance, value, /)",
          run: (args) => (applies(arg(args, 0), arg(args, 1)) ? set(arg(args, 0), arg(args, 1), arg(args, 2)) : NULL),
        },
        {
          name: "__delete__",
          parameters: "(self, instance, /)",
          run: (args) => (applies(arg(args, 0), arg(args, 1)) ? set(arg(args, 0), arg(args, 1), NULL) : NULL),
        },
        {
          name: "__repr__",
          parameters: "(self, /)",
          run: (args) => strings.fromJS(`<${word} '${nameOf(arg(args, 0))}' of '${ownerOf(arg(args, 0))}' objects>`),
        },
      ],
      getters: [
        { name: "__name__", isField: true, get: (self) => field(self, GETTER_NAME) },
        { name: "__objclass__", isField: true, get: (self) => field(self, GETTER_OWNER) },
        {
          name: "__doc__",
          get(self) {
            const isGetter = memory.i32[self >>> 2] >>> 8 === descriptors.getterShape;
            const doc =
              (isGetter ? descriptors.getterOf(self).doc : undefined) ??
              context.documentation.ofAttribute(field(self, GETTER_OWNER), nameOf(self)).doc;
            return doc === "" ? NONE : strings.internJS(doc);
          },
        },
        {
          name: "__qualname__",
          get: (self) => strings.fromJS(`${types.record(field(self, GETTER_OWNER)).qualname}.${nameOf(self)}`),
        },
      ],
    });
  }

  define({
    name: "getset_descriptor",
    shapes: [descriptors.getterShape, descriptors.documentationShape],
    word: "attribute",
    set: setField,
  });
  define({
    name: "member_descriptor",
    shapes: [descriptors.memberShape, descriptors.fieldShape],
    word: "member",
    set: (member, instance, value) =>
      memory.i32[member >>> 2] >>> 8 === descriptors.memberShape
        ? setMember(member, instance, value)
        : setField(member, instance, value),
  });
}
