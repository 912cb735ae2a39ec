from honorable.page import main

main.start()
