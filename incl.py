import collections,glob,re
c=collections.Counter(); tot=0
for f in glob.glob('/tmp/prof/s[0-9].txt'):
    for l in open(f):
        p=l.split(' ')
        if p[2]!='RUNNABLE': continue
        tot+=1
        fr=set(re.sub(r'\$\$Lambda.*','',x.strip()) for x in l.split(' < ')[1:])
        for x in fr: c[x]+=1
print(tot)
for k,v in c.most_common(90): print(v, round(100*v/tot,1), k)
