"""Reads a bulletin and finds its events; runs without Django and never asks for today.

read → segment → recognize → refine → assemble
"""
