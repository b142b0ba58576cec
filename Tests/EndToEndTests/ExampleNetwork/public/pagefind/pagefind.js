// Made by the program that stands in for Pagefind.
