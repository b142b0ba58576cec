import ArgumentParser
import OresundCommands

OresundCommand.main()
