from honorable.publish.errors import UserError


def test_problems_read_as_lines():
    problems = UserError(["a: is wrong", "b: is missing"])
    assert problems.lines == ("a: is wrong", "b: is missing")
    assert str(problems) == "a: is wrong\nb: is missing"
