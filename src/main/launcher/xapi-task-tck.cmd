@echo off
rem Starts the kit with the JVM options that suit a run of seconds; why they pay stands in the file
rem xapi-task-tck beside this one.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
set "ARCHIVE=-Xlog:cds=off"
if exist "%~dp0xapi-task-tck.jsa" set ARCHIVE="-XX:SharedArchiveFile=%~dp0xapi-task-tck.jsa" -Xlog:cds=off -Xlog:cds+dynamic=off
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC %ARCHIVE% -jar "%~dp0xapi-task-tck.jar" %*
exit /b %ERRORLEVEL%
