"""What GitHub and GitLab do around the scripts of a workflow, on a repository of one's own."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.functional.checkers import beside_python

_HISTORY = 25
_GH = """\
#!/bin/sh
echo "$1 $2" >> "$GH_CALLS"
cat "$RUNNER_TEMP/report.md" >> "$GH_CALLS"
case "$2" in create) test ! -e "$GH_CALLS.open" && touch "$GH_CALLS.open" ;; esac
"""
_POST_RECEIVE = """\
#!/bin/sh
echo "pushed" $(env | grep ^GIT_PUSH_OPTION_[0-9] | sort | cut -d= -f2-) >> pushes
"""
_SETTINGS = '[backend]\nname = "pseudo"\n'


def git(folder: Path, *command: str) -> str:
    """What Git prints, as Anna."""
    who = ("-c", "user.name=Anna", "-c", "user.email=anna@example.org")
    done = subprocess.run(["git", *who, *command], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@dataclass(frozen=True)
class Hosted:
    """A repository `remote.git` below `folder`, Anna's clone of it, and the programs of a CI's machine."""

    folder: Path

    def __post_init__(self) -> None:
        git(self.folder, "init", "--quiet", "--bare", "--initial-branch=main", "remote.git")
        git(self.remote, "config", "receive.advertisePushOptions", "true")
        self._program(self.remote / "hooks" / "post-receive", _POST_RECEIVE)
        git(self.folder, "clone", "--quiet", "remote.git", "anna")
        git(self.anna, "switch", "--quiet", "--orphan", "main")
        for number in range(_HISTORY):
            git(self.anna, "commit", "--quiet", "--allow-empty", f"--message=Before {number}")
        (self.anna / "i18n.toml").write_text(_SETTINGS, encoding="utf-8")
        self.publish("a")
        self._program(self.folder / "bin" / "python", "#!/bin/sh\n# pip install\n")
        self._program(self.folder / "bin" / "gh", _GH)
        (self.folder / "bin" / "translate").symlink_to(beside_python("translate"))

    @property
    def remote(self) -> Path:
        """The repository that all push to."""
        return self.folder / "remote.git"

    @property
    def anna(self) -> Path:
        """The clone of somebody who writes articles."""
        return self.folder / "anna"

    @property
    def asked(self) -> str:
        """What `gh` was asked for, and the text of the pull request or comment each time."""
        calls = self.folder / "gh"
        return calls.read_text(encoding="utf-8") if calls.exists() else ""

    @property
    def pushes(self) -> list[str]:
        """The options of each push since the last look."""
        pushes = self.remote / "pushes"
        lines = pushes.read_text(encoding="utf-8").splitlines() if pushes.exists() else []
        pushes.unlink(missing_ok=True)
        return lines

    def publish(self, name: str, text: str = "Een zin.") -> None:
        """Anna writes an article and pushes it."""
        article = self.anna / "content" / "nl" / f"{name}.md"
        article.parent.mkdir(parents=True, exist_ok=True)
        article.write_text(f"---\ntitle: {name}\n---\n\n{text}\n", encoding="utf-8")
        git(self.anna, "add", ".")
        git(self.anna, "commit", "--quiet", f"--message=Write {name}")
        git(self.anna, "push", "--quiet", "--set-upstream", "origin", "main")

    def files(self, branch: str) -> list[str]:
        """The files of a branch at the remote."""
        return git(self.remote, "ls-tree", "-r", "--name-only", branch).splitlines()

    def log(self, branch: str, *since: str) -> list[str]:
        """The subjects of its commits, the newest first."""
        return git(self.remote, "log", "--format=%an: %s", branch, *since).splitlines()

    def github(self, workflow: str) -> list[int]:
        """Run a workflow; the exit statuses of its scripts."""
        steps = yaml.safe_load(workflow)["jobs"]["translate"]["steps"]
        clone = self._cloned("--depth=1")
        git(clone, "checkout", "--quiet", "--force", "-B", "main", "refs/remotes/origin/main")
        summary = {"GITHUB_STEP_SUMMARY": str(self.folder / "summary.md"), "GITHUB_REF_NAME": "main"}
        return [self._run(clone, step["run"], summary) for step in steps if "run" in step]

    def gitlab(self, workflow: str) -> int:
        """Run a job; the exit status of its script."""
        clone = self._cloned("--depth=20")
        git(clone, "checkout", "--quiet", "--detach", "refs/remotes/origin/main")
        variables = {
            "CI_COMMIT_BRANCH": "main",
            "CI_PROJECT_URL": "https://git.example/group/site",
            "CI_SERVER_HOST": "git.example",
            "CI_SERVER_PROTOCOL": "https",
            "TRANSLATE_TOKEN": "t0ken",
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": f"url.file://{self.remote}.insteadOf",
            "GIT_CONFIG_VALUE_0": "https://translate:t0ken@git.example/group/site.git",
        }
        return self._run(clone, "\n".join(yaml.safe_load(workflow)["translate"]["script"]), variables)

    def _cloned(self, depth: str) -> Path:
        """A clone of one branch, as both make it, with `.i18n` from the cache."""
        clone, cache = self.folder / "clone", self.folder / "cache"
        if (clone / ".i18n").exists():
            (clone / ".i18n").rename(cache)
        shutil.rmtree(clone, ignore_errors=True)
        git(self.folder, "init", "--quiet", "--initial-branch=main", "clone")
        git(clone, "remote", "add", "origin", f"file://{self.remote}")
        git(
            clone,
            "fetch",
            "--quiet",
            "--no-tags",
            depth,
            "origin",
            "+refs/heads/main:refs/remotes/origin/main",
        )
        if cache.exists():
            cache.rename(clone / ".i18n")
        return clone

    def _run(self, clone: Path, script: str, variables: dict[str, str]) -> int:
        environment = {
            "PATH": f"{self.folder / 'bin'}:/usr/bin:/bin",
            "HOME": str(self.folder),
            "LANG": "C.UTF-8",
            "RUNNER_TEMP": str(self.folder),
            "GH_CALLS": str(self.folder / "gh"),
            **variables,
        }
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
        return subprocess.run(command, cwd=clone, env=environment, check=False).returncode

    @staticmethod
    def _program(path: Path, text: str) -> None:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755)
