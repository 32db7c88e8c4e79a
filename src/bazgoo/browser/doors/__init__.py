"""Modules of `phonemes/` as they are in a page: what is compiled code on the server is asked of JavaScript there.

`inpage` is the module that `web/src/inpage/reader/python.ts` gives Python. Each number would cross alone, so lists go
through as JSON.
"""
