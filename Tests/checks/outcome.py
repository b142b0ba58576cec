"""How the checks of a built site end."""


def tell(what, count, problems):
    """Prints the problems and a sentence; gives the exit status. Nothing read is a problem, too."""
    for problem in problems:
        print(problem)
    print(f"{count} {what}, {len(problems)} problems")
    return 1 if problems or count == 0 else 0
