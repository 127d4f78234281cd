import { expect, test } from "vitest";
import { returnWhereCalled } from "./tail-calls.js";

test("calls in tail position return by themselves where returns were merged", () => {
  const merged = `define i32 @f(i32 %0) {
entry:
  br i1 %1, label %then, label %join

common.ret:                                       ; preds = %join, %then
  %common.ret.op = phi i32 [ 0, %join ], [ %tailcall.i, %then ]
  ret i32 %common.ret.op

then:                                             ; preds = %entry
  %tailcall.i = tail call i32 %2(i32 %0) #2
  br label %common.ret

join:                                             ; preds = %entry
  br label %common.ret
}
`;
  expect(returnWhereCalled(merged)).toMatchInlineSnapshot(`
    "define i32 @f(i32 %0) {
    entry:
      br i1 %1, label %then, label %join

    common.ret:                                       ; preds = %join, %then
      %common.ret.op = phi i32 [ 0, %join ]
      ret i32 %common.ret.op

    then:                                             ; preds = %entry
      %tailcall.i = tail call i32 %2(i32 %0) #2
      ret i32 %tailcall.i

    join:                                             ; preds = %entry
      br label %common.ret
    }
    "
  `);
});

test("where nothing else returns, the block goes", () => {
  const merged = `define i32 @f(i32 %0) {
entry:
  br i1 %1, label %then, label %join

common.ret:                                       ; preds = %join, %then
  %common.ret.op = phi i32 [ %tailcall, %join ], [ %tailcall1, %then ]
  ret i32 %common.ret.op

then:                                             ; preds = %entry
  %tailcall1 = tail call i32 %2(i32 %0) #2
  br label %common.ret

join:                                             ; preds = %entry
  %tailcall = tail call i32 @leave(i32 %0) #2
  br label %common.ret
}
`;
  expect(returnWhereCalled(merged)).toMatchInlineSnapshot(`
    "define i32 @f(i32 %0) {
    entry:
      br i1 %1, label %then, label %join


    then:                                             ; preds = %entry
      %tailcall1 = tail call i32 %2(i32 %0) #2
      ret i32 %tailcall1

    join:                                             ; preds = %entry
      %tailcall = tail call i32 @leave(i32 %0) #2
      ret i32 %tailcall
    }
    "
  `);
});
