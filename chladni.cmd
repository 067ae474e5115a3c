@echo off
rem Starts Chladni: without arguments the window, with arguments the command line. Builds it first when a source is newer.
setlocal EnableExtensions DisableDelayedExpansion
set "root=%~dp0"
set "root=%root:~0,-1%"
set "run=%root%\app\target\run"
set "jdk="

if defined JAVA_HOME call :consider "%JAVA_HOME%"
if not defined jdk for /f "delims=" %%j in ('where java 2^>nul') do call :consider "%%~dpj.."
for %%d in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%LOCALAPPDATA%\Programs\Eclipse Adoptium" "%USERPROFILE%\.jdks" "%USERPROFILE%\scoop\apps") do (
    if not defined jdk if exist "%%~d" for /d %%j in ("%%~d\*") do (
        call :consider "%%~j"
        call :consider "%%~j\current"
    )
)
if not defined jdk (
    echo chladni: needs a JDK 25 or later and found none: get one from https://adoptium.net and start again, or set JAVA_HOME. 1>&2
    exit /b 70
)

call :is_stale
if errorlevel 1 (
    echo chladni: building; the first time the libraries are fetched, which takes a few minutes 1>&2
    pushd "%root%"
    set "JAVA_HOME=%jdk%"
    call mvnw.cmd -B -q -Dmaven.test.skip=true -Dcheckstyle.skip -pl app -am package 1>&2
    if errorlevel 1 (
        popd
        echo chladni: could not be built; what Maven says is above 1>&2
        exit /b 70
    )
    popd
    type nul > "%run%\built"
)

set "options=--sun-misc-unsafe-memory-access=allow"
if "%~1"=="" set "options=%options% --module-path "%run%\javafx" --add-modules javafx.controls --enable-native-access=ALL-UNNAMED,javafx.graphics"
"%jdk%\bin\java" %options% "-Dchladni.assets=%root%\assets" "-Donnxruntime.native.path=%run%\natives" %CHLADNI_JAVA_OPTS% -jar "%run%\lib\chladni.jar" %*
exit /b %ERRORLEVEL%

rem A folder is taken when it is a JDK and its release file says 25 or later.
:consider
if defined jdk exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==." %%v in ('findstr /b "JAVA_VERSION=" "%~1\release"') do call :compare "%~1" %%v
exit /b 0
:compare
set "feature=%~2"
set "feature=%feature:"=%"
if %feature% GEQ 25 set "jdk=%~f1"
exit /b 0

:is_stale
if not exist "%run%\built" exit /b 1
powershell -NoProfile -Command "$b=(Get-Item '%run%\built').LastWriteTime; if (Get-ChildItem -Recurse '%root%\pom.xml','%root%\engine\pom.xml','%root%\app\pom.xml','%root%\engine\src\main','%root%\app\src\main' | Where-Object { $_.LastWriteTime -gt $b } | Select-Object -First 1) { exit 1 }"
exit /b %ERRORLEVEL%
