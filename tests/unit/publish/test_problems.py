from honorable.publish.problems import Problems


def test_problems_read_as_lines():
    problems = Problems(["a: is wrong", "b: is missing"])
    assert problems.lines == ("a: is wrong", "b: is missing")
    assert str(problems) == "a: is wrong\nb: is missing"
