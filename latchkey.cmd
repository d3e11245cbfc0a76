@echo off
rem Starts Latchkey on Windows: finds a JDK, builds what is missing, keeps a start-up archive, runs the JVM.
rem   LATCHKEY_JAVA  a JDK's folder, instead of looking for the newest
rem   LATCHKEY_OPTS  more options for the JVM
setlocal EnableExtensions DisableDelayedExpansion
set "home=%~dp0"
set "home=%home:~0,-1%"
set "state=%home%\.latchkey"
set "main=latchkey.analyzer.cli.Latchkey"
set "jdk="
set "jdkmajor=0"

if defined LATCHKEY_JAVA (
    call :consider "%LATCHKEY_JAVA%"
) else (
    if defined JAVA_HOME call :consider "%JAVA_HOME%"
    for /f "delims=" %%j in ('where java.exe 2^>nul') do call :consider "%%~dpj.."
    for /d %%j in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\*" "%USERPROFILE%\.jdks\*") do call :consider "%%~fj"
)
if not defined jdk (
    echo No JDK 21 or newer was found: install one ^(Temurin 25 starts fastest^) or point LATCHKEY_JAVA at its folder. 1>&2
    exit /b 2
)

call :findjar
if not defined jar call :build
if not defined jar exit /b 70

set "cp=%home%\lib\*"
if exist "%home%\analyzer\target" call :listjars

set "kind=jsa"
set "learn=-XX:ArchiveClassesAtExit"
set "use=-XX:SharedArchiveFile"
if %jdkmajor% GEQ 25 (
    set "kind=aot"
    set "learn=-XX:AOTCacheOutput"
    set "use=-XX:AOTCache"
)
set "archive=%state%\start-%jdkmajor%.%kind%"
set "jvm=-Xlog:disable -XX:+UseSerialGC -XX:-UsePerfData"
rem An archive that does not fit its JDK or jars any more is ignored by the JVM; delete .latchkey to learn a new one.
if not exist "%archive%" if exist "%home%\samples\locked-out-vm" (
    if not exist "%state%" mkdir "%state%"
    echo latchkey: preparing fast starts 1>&2
    "%jdk%\bin\java.exe" "%learn%=%archive%" %jvm% -cp "%cp%" latchkey.analyzer.cli.Rehearsal "%home%\samples\locked-out-vm" <nul >nul 2>&1
)
set "fast="
if exist "%archive%" set "fast="%use%=%archive%""
rem The second compiler pays off only where a server stays.
set "size=-XX:TieredStopAtLevel=1 -Xmx96m"
if "%~1"=="serve" set "size=-Xmx384m"
if "%~1"=="open" set "size=-Xmx384m"
"%jdk%\bin\java.exe" %fast% %jvm% --enable-native-access=ALL-UNNAMED %size% %LATCHKEY_OPTS% -cp "%cp%" %main% %*
exit /b %ERRORLEVEL%

rem Keeps folder %1 when it is a newer JDK than the one kept so far.
:consider
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "major="
for /f "tokens=2 delims==." %%v in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "major=%%~v"
if not defined major exit /b 0
set "major=%major:"=%"
if %major% LSS 21 exit /b 0
if %major% LEQ %jdkmajor% exit /b 0
set "jdk=%~f1"
set "jdkmajor=%major%"
exit /b 0

:findjar
set "jar="
for %%f in ("%home%\lib\latchkey-analyzer-*.jar" "%home%\analyzer\target\latchkey-analyzer-*.jar") do set "jar=%%~ff"
exit /b 0

rem The command line of Windows is short: wildcards for the libraries, names for our own jars.
:listjars
set "cp=%home%\analyzer\target\lib\*"
for %%m in (analyzer rules simulator web) do call :listmodule %%m
exit /b 0

:listmodule
for %%f in ("%home%\%1\target\latchkey-*.jar") do call :listjar "%%~ff"
if exist "%home%\%1\target\lib" if not "%1"=="analyzer" set "cp=%cp%;%home%\%1\target\lib\*"
exit /b 0

:listjar
set "name=%~n1"
if "%name:~-6%"=="-tests" exit /b 0
set "cp=%cp%;%~1"
exit /b 0

:build
where mvn >nul 2>&1
if errorlevel 1 (
    echo Maven 3.8.7 or newer is needed to build: install it and put mvn on the PATH. 1>&2
    exit /b 2
)
echo latchkey: building, which takes a minute or two the first time 1>&2
set "JAVA_LATCHKEY_HOME=%jdk%"
pushd "%home%"
call mvn -q -B -Dquick package 1>&2
popd
del /q "%state%\start-*" 2>nul
call :findjar
if not defined jar echo latchkey: the build failed; the lines above say why 1>&2
exit /b 0
